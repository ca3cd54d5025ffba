import type { Requirement } from '../requirement.ts';

/** What a session promises whatever is done with it, in whatever order. */
export const modelRequirements = {
  'session/agrees-with-its-model': {
    level: 'MUST',
    sentence:
      'Whatever two users do, in any order and two things at once (register, log in, refresh, log out, ask who they are; with any state of token, cookie and header fields), every answer is the one that a small model of sessions gives.',
    sources: ['report 3', 'L-03', 'L-04', 'L-12', 'L-13', 'L-20', 'H-01', 'DESIGN'],
    assertions: {
      'answers-agree': 'each request is answered as the model says; of two at once, as it says for one order of them',
      'ended-stays-ended': 'at the end every token of a session that was logged out is refused',
      'living-goes-on': 'at the end every other session is accepted and can be refreshed',
    },
  },
} as const satisfies Record<`session/${string}`, Requirement>;
