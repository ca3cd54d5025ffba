import { expect, test } from 'vitest';
import { type Defect, mostBroad } from './defect.ts';
import { defects } from './defects.ts';
import { recoveryGuarantees } from './guarantees.ts';
import type { Requirement } from './requirement.ts';
import { requirements } from './requirements.ts';

const allDefects = Object.entries(defects as Record<string, Defect>);
const allRequirements = Object.entries(requirements as Record<string, Requirement>);

test.each(allRequirements)('%s catches at least one defect', (id) => {
  expect(allDefects.some(([, { caughtBy }]) => caughtBy.some(({ requirement }) => requirement === id))).toBe(true);
});

test.each(Object.keys(recoveryGuarantees))('%s is promised by a scenario that catches a defect by it', (guarantee) => {
  expect(allDefects.some(([, { caughtBy }]) => caughtBy.some(({ assertion }) => assertion === guarantee))).toBe(true);
});

test.each(allRequirements)('%s has a stable id, a sentence and a source', (id, { sentence, sources }) => {
  expect(id).toMatch(/^[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)$/);
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sources.length).toBeGreaterThan(0);
});

test.each(allDefects)('%s is named area, then kebab-case, and its claims are well formed', (id, { caughtBy }) => {
  expect(id).toMatch(/^(?:api|web|chat|edge|client|redis)(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/);
  for (const { observed, log } of caughtBy) {
    expect(observed, 'a pattern that matches everything proves nothing').not.toMatch(/^\.\*$|^$/);
    expect(() => new RegExp(observed)).not.toThrow();
    expect(() => new RegExp(log?.line ?? '')).not.toThrow();
  }
});

test('at most five defects may break much of their area, and each says why', () => {
  const reasons = allDefects.flatMap(([, { breaksMuch }]) => breaksMuch ?? []);
  expect(mostBroad).toBe(5);
  expect(reasons.length).toBeLessThanOrEqual(mostBroad);
  for (const reason of reasons) expect(reason).toMatch(/^[A-Z].*\.$/);
});
