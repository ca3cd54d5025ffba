import type { Requirement } from '../requirement.ts';

/** What is promised of every answer at once. */
export const contractRequirements = {
  'contract/answers-keep-their-shape': {
    level: 'MUST',
    sentence:
      'Every answer of the api and the web tier is one that the contract of its operation knows: its status, its error code, the shape of its body, its refresh cookie.',
    sources: ['DESIGN', 'report 2', 'report 3'],
    assertions: {
      'answers-judged': 'each operation was called and answered',
      'no-breach': 'no answer breaks its contract',
    },
  },
} as const satisfies Record<`contract/${string}`, Requirement>;
