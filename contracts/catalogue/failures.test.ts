import { expect, test } from 'vitest';
import type { Defect } from './defect.ts';
import { defects } from './defects.ts';
import { excluded, partlyExcluded } from './excluded.ts';
import { failureIds } from './failures.ts';
import type { Requirement } from './requirement.ts';
import { requirements } from './requirements.ts';

const isExcluded = (id: string) => Object.hasOwn(excluded, id);
const reproductions = (id: string) => Object.values<Defect>(defects).filter(({ failure }) => failure === id);

test('no failure stands there twice', () => {
  expect(failureIds.toSorted()).toEqual([...new Set(failureIds)].sort());
});

test.each(failureIds)('%s is reproduced by a defect or excluded, and never both', (id) => {
  expect(reproductions(id).length > 0).toBe(!isExcluded(id));
});

test.each(failureIds.filter((id) => !isExcluded(id)))('%s is a source of a requirement that catches it', (id) => {
  const catching = reproductions(id).flatMap(({ caughtBy }) => caughtBy.map(({ requirement }) => requirement));
  expect(catching.flatMap((requirement) => (requirements[requirement] as Requirement).sources)).toContain(id);
});

test('every failure that a defect reproduces stands in the list', () => {
  const ids = Object.values<Defect>(defects)
    .map(({ failure }) => failure)
    .filter((failure) => /^[A-Z]-\d\d$/.test(failure));
  expect(ids.filter((id) => !(failureIds as readonly string[]).includes(id))).toEqual([]);
});

test('what is excluded is not partly excluded, and each reason is a sentence', () => {
  expect(Object.keys(partlyExcluded).filter(isExcluded)).toEqual([]);
  for (const reason of [...Object.values(excluded), ...Object.values(partlyExcluded)]) {
    expect(reason).toMatch(/^[A-Z0-9].*\.$/);
  }
});
