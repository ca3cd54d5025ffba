import type { Defect } from '../defect.ts';

/** Defects of what crosses the wire. */
export const contractDefects = {
  'api.me.forgets-the-session': {
    sentence: 'The answer to “who am I” names the user and no session, which consumers rely on.',
    failure: 'report 2',
    seams: [{ service: 'api' }],
    caughtBy: [
      {
        requirement: 'contract/answers-keep-their-shape',
        assertion: 'no-breach',
        observed: 'me answered 200: session',
      },
    ],
  },
} as const satisfies Record<string, Defect>;
