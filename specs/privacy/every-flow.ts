import { paths } from '#contracts/wire/paths.ts';
import type { Client, Session } from '#fixtures/test.ts';

interface Driven {
  /** Whether the chat and the api served: false when they are down. */
  readonly served: boolean;
  /** Every credential that was sent. */
  readonly credentials: readonly string[];
}

/** Sends the session's credentials through every flow, in every way a client can. */
export async function driveEveryFlow(
  client: Client,
  session: Session,
  { email, password }: { email: string; password: string },
): Promise<Driven> {
  const { accessToken: token, refreshToken } = session;
  const stream = paths.documentStream('00000000-0000-4000-8000-000000000000');
  const ticket = await session.ticket().catch(() => 'hft_canary-of-a-ticket-nobody-issued');

  const me = await client.get(paths.me, { bearer: token });
  await client.post(paths.login, { json: { email, password } });
  await client.post(paths.login, { json: { email, password: `${password}-wrong` } });
  await client.post(paths.register, { json: { email, password } });
  await client.post(paths.login, {
    body: `{"email":"${email}","password":"${password}"`,
    headers: { 'content-type': 'application/json' },
  });
  await client.post(paths.refresh, { cookie: `refresh_token=${refreshToken}` });
  await client.post(paths.refresh, { cookie: 'refresh_token=hfr_canary-of-a-refresh-token' });
  for (const name of ['token', 'TOKEN', '%74oken']) {
    await client.post(`${stream}?${name}=${token}&token=${token}`, { json: { message: 'hello' } });
    await client.get(`${paths.chatHealth}?${name}=${token}`);
  }
  await client.get(`/app?token=${token}`, { headers: { referer: `${client.origin}/chat?token=${token}` } });
  await client.get(`/api/nowhere?ticket=${ticket}`, { headers: { referer: `${client.origin}/chat?ticket=${ticket}` } });

  let served = me.status === 200;
  for (const query of [`?token=${token}`, `?ticket=${ticket}`, `?x=1&ticket=${ticket}`]) {
    await using socket = client.socket(query);
    served = (await socket.untilAnswered(5000)) === 101 && served;
  }
  await using subprotocol = client.socket('', { protocols: [`Bearer.${token}`] });
  await subprotocol.untilAnswered(5000);
  await using header = client.socket('', { headers: { authorization: `Bearer ${token}` } });
  await header.untilAnswered(5000);
  await client.post(paths.webLogout, { bearer: 'not.a.token', cookie: 'refresh_token=hfr_canary-of-a-refresh-token' });
  return { served, credentials: [token, refreshToken, ticket, password, 'hfr_canary-of-a-refresh-token'] };
}
