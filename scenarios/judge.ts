import { readFileSync } from 'node:fs';
import { type RequirementId, requirements } from '#contracts/catalogue/requirements.ts';
import { HoldfastError } from '#fixtures/evidence/errors.ts';
import type { Checker } from '#fixtures/scenario/checker.ts';
import { readHistory } from '#fixtures/scenario/history.ts';
import { replayCommand } from '#fixtures/scenario/seed.ts';
import { recoveryCheckers, returnCheckers } from './checkers/recovery.ts';

/** npm run judge -- <history.json>...: judges histories again, by the checkers as they are now. Exit 1 unless all hold. */
const checkersOf: Partial<Record<RequirementId, Readonly<Record<string, Checker>>>> = {
  'recovery/redis-restart': recoveryCheckers,
  'recovery/redis-killed-empty': recoveryCheckers,
  'recovery/api-on-another-address': returnCheckers,
};

const files = process.argv.slice(2);
try {
  if (files.length === 0)
    throw new HoldfastError(
      'invalid-options',
      'Failed to judge: no history is named. Usage: npm run judge -- <history.json>...',
    );
  process.exitCode = files.map(judge).every(Boolean) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

/** Prints a line a guarantee; answers whether all of them hold. */
function judge(file: string): boolean {
  const history = readHistory(readFileSync(file, 'utf8'));
  const id = history.scenario as RequirementId;
  const checkers = checkersOf[id];
  if (checkers === undefined)
    throw new HoldfastError(
      'invalid-options',
      `Failed to judge ${file}: there is no scenario "${id}". Valid: ${Object.keys(checkersOf).join(', ')}.`,
    );
  process.stdout.write(`${id}, ${history.began}, again by ${replayCommand(id, history.seed)}\n`);
  const assertions: Readonly<Record<string, string>> = requirements[id].assertions;
  const judged = Object.entries(checkers).map(([guarantee, check]) => {
    const { verdict, detail } = check(history);
    process.stdout.write(`${verdict.padEnd(7)} ${guarantee}: ${assertions[guarantee] ?? ''}\n        ${detail}\n`);
    return verdict;
  });
  return judged.every((verdict) => verdict === 'held');
}
