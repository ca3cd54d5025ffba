import type { DefectId } from './defects.ts';

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

/** Seconds between two messages of who is busy; at production timing. */
export const legacyBusyEvery = 30;

/**
 * The causes that report 4 names, each a defect: together they are the old chat. `npm run load -- --compare` runs
 * them all, and all but each one.
 */
export const legacyCauses = [
  // Three token formats: the unified one by sign-up, the others by login and refresh.
  'api.login.oauth-format',
  'api.refresh.legacy-format',
  // Four sources of a token, and five layers that judge it, in the report's order.
  'chat.credential.four-sources',
  'chat.auth.gateway',
  'chat.auth.subprotocol-layer',
  'chat.auth.session-manager',
  'chat.auth.fallback-provider',
  'chat.auth.direct-lookup',
  'chat.auth.breaker-lets-in',
  // Keys beside the unified ones, and lives that differ.
  'chat.session.fifteen-minutes',
  'chat.session.user-auth-beside',
  'chat.history.old-key-beside',
  // What a browser makes of it: 1006.
  'chat.ws.close-before-accept',
  'chat.ws.no-subprotocol-echo',
  'edge.socket.idle-below-heartbeat',
  'chat.ws.no-ping',
] as const satisfies readonly DefectId[];

/** What the old chat is expected to show; shares of its connection attempts, seconds. */
export const legacyExpected = {
  /** “WebSocket 1006 errors: ~80% of connection attempts”. */
  failing: [0.75, 0.85],
  /** “Authentication 403 failures: ~60% of requests”. */
  forbidden: [0.55, 0.65],
  /** “Chat session duration: <2 minutes average”. */
  meanBelow: 120,
} as const;
