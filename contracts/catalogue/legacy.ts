/** A part of the clients, and why it has this weight. Only the weights' proportion matters. */
interface Share {
  readonly weight: number;
  readonly reason: string;
}

const pagesOwn = 'The page’s own way';
const onlyListed = 'Report 4 lists it without a word on how often';

/**
 * Who talked to the old chat. Report 4 gives no shares, so one rule makes all of them: what its page does counts
 * twice, what it only lists counts once, and of what it says nothing there is equally much. Transports, formats and
 * activity are independent of each other: the report connects none of them.
 */
export const legacyClients = {
  /** Where the token stands. */
  transports: {
    query: { weight: 1, reason: `${onlyListed}: \`?token=\`, first of the four sources.` },
    subprotocol: { weight: 2, reason: `${pagesOwn}: \`new WebSocket(url, ["Bearer." + token])\` in Chat.jsx.` },
    authorization: { weight: 1, reason: `${onlyListed}: the third source, for clients that are no browser.` },
    'x-auth-token': { weight: 1, reason: `${onlyListed}: the last source, “custom headers”.` },
  },
  /** What the token says, by the service that issued it. */
  formats: {
    unified: {
      weight: 2,
      reason: `${pagesOwn}: its SecureAuth requires sub, email, id, role and session_id.`,
    },
    oauth: { weight: 1, reason: `${onlyListed}: {sub, email, aud, iss, exp}.` },
    legacy: { weight: 1, reason: `${onlyListed}: {sub, exp, iat}.` },
  },
  /** What is said on a socket that is open. */
  activity: {
    idle: { weight: 1, reason: 'The report says nothing of it. An open page, nothing is typed.' },
    busy: {
      weight: 1,
      reason: 'The report says nothing of it. A message every 30 s, as each chat of the profile `scale` sends.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Share>>>>;

/**
 * Whoever is refused, or loses the session, comes back: “Error Display + Reconnection” is where both lead in the
 * report’s picture of the page. As often, and as soon, as the clients of the other load runs: three times, after 1 s.
 */
export const legacyComesBack = { afterRefusal: true } as const;
