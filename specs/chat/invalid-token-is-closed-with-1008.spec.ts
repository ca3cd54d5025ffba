import { mintToken, requirement } from '#fixtures/test.ts';

requirement('chat/invalid-token-is-closed-with-1008', async ({ system, client, verify }) => {
  const secret = system.granted('jwtSecret');
  const refused = [
    ['missing', ''],
    ['garbage', '?token=not.a.token'],
    ['empty', '?token='],
    ['expired', `?token=${await mintToken(secret, { expiresIn: -60 })}`],
    ['signed by somebody else', `?token=${await mintToken(secret, { wrongSignature: true })}`],
    ['an unknown ticket', '?ticket=hft_0000000000000000000000'],
  ] as const;
  for (const [state, query] of refused) {
    const when = `for a token that is ${state}`;
    await using socket = client.socket(query);
    verify('handshake-accepted', { expected: 101, actual: await socket.untilAnswered(5000), when });
    const { code, reason } = await socket.untilClosed(5000);
    verify('closes-1008', { expected: 1008, actual: code, when });
    verify('reason-invalid-token', { expected: 'Invalid token', actual: reason, when });
  }
});
