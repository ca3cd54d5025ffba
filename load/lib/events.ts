/** What a whole answer of the SSE endpoint came to. */
export interface Answered {
  readonly deltas: number;
  /** Why it is no whole answer; undefined of one that is. */
  readonly broken: 'error event' | 'no done' | 'gap' | 'wrong count' | undefined;
}

/** Reads `text/event-stream`: ids `<stream>:1`, `:2`, ... without a gap, deltas, then `done` with their number. */
export function readAnswer(body: string): Answered {
  let deltas = 0;
  let expected = 1;
  for (const block of body.split(/\r?\n\r?\n/)) {
    const { event, id, data } = fieldsOf(block);
    if (event === undefined) continue;
    if (event === 'error') return { deltas, broken: 'error event' };
    if (Number(id?.split(':').at(-1)) !== expected++) return { deltas, broken: 'gap' };
    if (event === 'delta') deltas += 1;
    if (event === 'done') return { deltas, broken: countIn(data) === deltas ? undefined : 'wrong count' };
  }
  return { deltas, broken: 'no done' };
}

function fieldsOf(block: string): Readonly<Partial<Record<string, string>>> {
  const lines = block.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^(\w+):[ ]?(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? '']];
  });
  return Object.fromEntries(lines);
}

function countIn(data = ''): number | undefined {
  try {
    return JSON.parse(data).deltas;
  } catch {
    return undefined;
  }
}
