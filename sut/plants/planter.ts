/** Wraps one real part of a service: at most 30 lines, one seam, never a second implementation. */
export type Planter<Parts> = (parts: Parts) => Parts;

/** Applies the planters of `ids` in order; an id without a planter here refuses to start. */
export function plant<Parts>(
  parts: Parts,
  planters: Readonly<Record<string, Planter<Parts>>>,
  ids: readonly string[],
): Parts {
  return ids.reduce((planted, id) => {
    const planter = planters[id];
    if (planter === undefined) {
      throw new Error(
        `Failed to plant ${id}: there is no such defect here. Known: ${Object.keys(planters).join(', ')}.`,
      );
    }
    return planter(planted);
  }, parts);
}
