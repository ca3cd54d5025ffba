import { modelDirectives } from '#contracts/wire/model.ts';
import { requirement } from '#fixtures/test.ts';

const values = ['close', 'keep-alive', 'upgrade', 'keep-alive, Upgrade', 'Upgrade, HTTP2-Settings', 'close, x-a'];
const hops = ['client->edge', 'edge->web', 'edge->api', 'edge->chat', 'web->api'];
const endless = `${modelDirectives({ tokens: 400, intervalMs: 50 })} Tell me everything.`;

// One test: each defect breaks some hops and not others, and a field that is injected may even mend one.
requirement('proxy/all-survive-connection-field', { timeout: 90_000 }, async ({ client, faults, verify }) => {
  for (const { hop, value } of hops.flatMap((hop) => values.map((value) => ({ hop, value })))) {
    // A handshake without its own option is none (RFC 6455 4.1); only the edge need not look at it.
    const kept = hop !== 'edge->chat' || /upgrade/i.test(value) ? value : `${value}, Upgrade`;
    const when = `with Connection: ${kept} on ${hop}`;
    const session = await client.register();
    const document = await session.createDocument();
    const bearer = session.accessToken;
    const field = { action: 'set', name: 'Connection', value: kept } as const;
    await using _ = await faults.on(hop, { type: 'header', stream: 'upstream', ...field });

    await using stream = await client.stream(document.id, endless, { bearer });
    await stream.untilEvents(1, 3000).catch(() => undefined);
    verify('stream-works', {
      expected: '200, events',
      actual: `${stream.status}, ${stream.events.length > 0 ? 'events' : 'no event'}`,
      when,
    });
    await using socket = client.socket(`?token=${bearer}`);
    await socket.untilAnswered(3000).catch(() => undefined);
    const ready = await socket.untilMessage('ready', 3000).catch(() => undefined);
    verify('websocket-works', {
      expected: '101, ready',
      actual: `${socket.handshake()}, ${ready === undefined ? 'not ready' : 'ready'}`,
      when,
    });
    const logout = await client.post('/auth/logout', { bearer });
    const { revocation } = JSON.parse(logout.body) as { revocation?: string };
    verify('logout-works', { expected: '200 complete', actual: `${logout.status} ${revocation}`, when });
    const streamEnd = await stream.untilEnd(2000).catch(() => undefined);
    const closed = await socket.untilClosed(2000).catch(() => undefined);
    verify('all-end', {
      expected: 'stream ended, socket 1008',
      actual: `stream ${streamEnd === undefined ? 'open' : 'ended'}, socket ${closed?.code ?? 'open'}`,
      when,
    });
  }
});
