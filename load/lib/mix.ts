/** Names of parts, and how much each counts against the others. */
export type Weights = Readonly<Record<string, number>>;
type Dimensions = Readonly<Record<string, Weights>>;

/** One part of each dimension. */
export type Combination<Of extends Dimensions> = { readonly [Name in keyof Of]: keyof Of[Name] & string };

/**
 * So many combinations, as nearly in proportion to the products of their weights as whole numbers can be, after each
 * one of them. There is no chance in it: the same weights give the same list.
 */
export function combine<Of extends Dimensions>(dimensions: Of, count: number): Combination<Of>[] {
  const cells = productOf(dimensions);
  const whole = cells.reduce((sum, { weight }) => sum + weight, 0);
  const given = cells.map(() => 0);
  return Array.from({ length: count }, (_, index) => {
    const due = cells.map(({ weight }, cell) => (weight / whole) * (index + 1) - (given[cell] ?? 0));
    const next = due.indexOf(Math.max(...due));
    given[next] = (given[next] ?? 0) + 1;
    return cells[next]?.parts as Combination<Of>;
  });
}

/** The largest number up to `most` with which every combination has its exact share; `most` where that is too few. */
export function wholeRounds(dimensions: Dimensions, most: number): number {
  const round = productOf(dimensions).reduce((sum, { weight }) => sum + weight, 0);
  return most < round ? most : most - (most % round);
}

/** The same parts, each as much as any other. */
export function equalised<Of extends Dimensions>(dimensions: Of): Of {
  const ones = (weights: Weights) => Object.fromEntries(Object.keys(weights).map((name) => [name, 1]));
  return Object.fromEntries(
    Object.entries(dimensions).map(([name, weights]) => [name, ones(weights)]),
  ) as unknown as Of;
}

interface Cell {
  readonly parts: Readonly<Record<string, string>>;
  readonly weight: number;
}

function productOf(dimensions: Dimensions): Cell[] {
  return Object.entries(dimensions).reduce<Cell[]>(
    (cells, [dimension, weights]) =>
      Object.entries(weights).flatMap(([part, own]) =>
        cells.map(({ parts, weight }) => ({ parts: { ...parts, [dimension]: part }, weight: weight * own })),
      ),
    [{ parts: {}, weight: 1 }],
  );
}
