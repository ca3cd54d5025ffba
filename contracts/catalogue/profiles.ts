import type { SettingName, Timing } from '../wire/settings.ts';

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
  /** What the system is started with, where its defaults would not show what the profile is about. */
  readonly settings?: Readonly<Partial<Record<SettingName, string>>>;
  /** What each chat session lives through beside messages; `chat-sessions` counts whether it did. */
  readonly crosses?: Crossings;
  /**
   * Whether a part of the system whose memory grows makes the run red; it takes at least 10 minutes to tell. Its services
   * on Node then collect their garbage before each look.
   */
  readonly flatMemory?: true;
}

/** Beside these a session has to cross a silence longer than the edge's idle timeout: a share of 0 in the course. */
export interface Crossings {
  /** A client refreshes its login session so often; not all of them at once. */
  readonly refreshEvery: number;
  /** The fewest refreshes of one session. */
  readonly refreshes: number;
  /** What is done to the system half-way. */
  readonly halfWay: 'reload-edge';
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
  /**
   * The access token that opened a socket expires under it, long after the client has fetched the next one. A reload
   * leaves the edge's old workers alive until their last socket has closed, because its configuration sets no
   * `worker_shutdown_timeout`; one that did would cut them. The loud beginning fills what may fill, so that what
   * grows later is a leak: the programs' heaps, and in Redis each history's 200 entries. Later messages are few, because
   * their ids (22 bytes, up to 1000) are kept too.
   */
  soak: {
    what: 'Sessions of 15 minutes in real time, each across refreshes, an edge reload and a long silence.',
    sockets: 240,
    users: 60,
    duration: 900,
    ramp: 10,
    rate: 110,
    tokens: 4,
    journeys: 2,
    course: [1, 0.1, 0, 0.1],
    timing: 'production',
    direct: true,
    settings: { JWT_EXPIRES_IN: '300' },
    crosses: { refreshEvery: 240, refreshes: 2, halfWay: 'reload-edge' },
    flatMemory: true,
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
    // Below the edge's idle minute; every 20 seconds, heartbeats would outnumber the messages.
    settings: { WS_HEARTBEAT_MS: '45000' },
  },
} as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;
