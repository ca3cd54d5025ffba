import { modelDirectives } from '#contracts/wire/model.ts';
import { requirement } from '#fixtures/test.ts';

requirement('stream/deltas-arrive-as-produced', async ({ client, session, verify }) => {
  const document = await session.createDocument();
  const message = `${modelDirectives({ tokens: 20, intervalMs: 75 })} Count to twenty.`;

  await using stream = await client.stream(document.id, message, { bearer: session.accessToken });
  await stream.untilEnd(10_000);

  const deltas = stream.events.filter(({ event }) => event === 'delta');
  const first = Math.round(deltas[0]?.at ?? Number.POSITIVE_INFINITY);
  verify('first-delta-early', { expected: 'within 500 ms', actual: `${first} ms`, holds: first < 500 });
  const separate = new Set(deltas.map(({ at }) => arrivalOf(stream.arrivals, at))).size;
  verify('separate-arrivals', {
    expected: 'at least 15 of 20 deltas apart',
    actual: `${separate} arrivals of ${deltas.length} deltas`,
    holds: deltas.length === 20 && separate >= 15,
  });
});

/** Index of the arrival that brought an event seen at `at`. */
function arrivalOf(arrivals: readonly number[], at: number): number {
  return arrivals.findLastIndex((arrival) => arrival <= at);
}
