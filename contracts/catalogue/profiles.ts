import type { Timing } from '../wire/settings.ts';

/** How much load, how long, and in what shape. Data only; `load/generated.ts` carries it into k6. Times in seconds. */
export interface Profile {
  readonly what: string;
  /** Sockets held at the peak. */
  readonly sockets: number;
  readonly users: number;
  /** From the first request to the end. */
  readonly duration: number;
  /** Sockets are opened evenly over this time. */
  readonly ramp: number;
  /** Messages a second at the peak. */
  readonly rate: number;
  /** Tokens of each answer: each is a message to the client. */
  readonly tokens: number;
  /** Journeys through login and logout, or streams, a second at the peak: a password costs processor time. */
  readonly journeys: number;
  /** Shares of the peak, each for an equal part of the run. */
  readonly course: readonly number[];
  /** What `npm run load` starts its system with. In `fast`, lifetimes are shown multiplied back. */
  readonly timing: Timing;
  /** Links between its services lead past the fault proxy: one process, through which all of it would pass. */
  readonly direct: boolean;
}

export const profiles = {
  smoke: {
    what: 'Whether it works at all, in 40 seconds of scaled time.',
    sockets: 50,
    users: 10,
    duration: 40,
    ramp: 1,
    rate: 20,
    tokens: 4,
    journeys: 4,
    course: [1],
    timing: 'fast',
    direct: false,
  },
  average: {
    what: 'An ordinary day: 1,000 chats and 500 messages a second.',
    sockets: 1000,
    users: 1000,
    duration: 150,
    ramp: 20,
    rate: 500,
    tokens: 4,
    journeys: 20,
    course: [1],
    timing: 'production',
    direct: true,
  },
  stress: {
    what: 'More with every minute, to where it bends.',
    sockets: 1800,
    users: 600,
    duration: 300,
    ramp: 30,
    rate: 1500,
    tokens: 4,
    journeys: 60,
    course: [0.2, 0.4, 0.6, 0.8, 1],
    timing: 'production',
    direct: true,
  },
  spike: {
    what: 'Quiet, then everybody at once, then quiet.',
    sockets: 1000,
    users: 500,
    duration: 150,
    ramp: 2,
    rate: 1000,
    tokens: 4,
    journeys: 40,
    course: [0.1, 0.1, 1, 0.1, 0.1],
    timing: 'production',
    direct: true,
  },
  soak: {
    what: 'Sessions longer than 10 minutes in real time.',
    sockets: 240,
    users: 60,
    duration: 900,
    ramp: 10,
    rate: 8,
    tokens: 4,
    journeys: 2,
    course: [1],
    timing: 'production',
    direct: true,
  },
  scale: {
    what: '20,000 chats of as many users, each with a message every 30 seconds, held 10 minutes; several k6 processes.',
    sockets: 20_000,
    users: 20_000,
    duration: 840,
    ramp: 180,
    rate: 667,
    tokens: 1,
    journeys: 40,
    course: [1],
    timing: 'production',
    direct: true,
  },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
