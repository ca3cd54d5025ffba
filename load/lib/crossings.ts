/** What each chat session of a run has to live through. */
export interface Crossings {
  /** Seconds between two refreshes of one login session. */
  readonly refreshEvery: number;
  /** The fewest refreshes of one session. */
  readonly refreshes: number;
  /** Seconds between two messages of one session. */
  readonly idle: number;
  /** Whether somebody reloads the edge half-way, and tells when. */
  readonly reload: boolean;
}

const crossings = ['refreshes', 'expiry', 'reload', 'idle'] as const;
type Crossing = (typeof crossings)[number];

/** How many sessions crossed everything, and how many each part of it. */
export const crossingCounters = ['crossed_all', ...crossings.map((what) => `crossed_${what}` as const)] as const;

interface Client {
  readonly user: { readonly expiresAt: number };
}

interface Life<Seat> {
  readonly seat: Seat;
  /** Milliseconds since the epoch, as all times here. */
  readonly since: number;
  /** When the access token expires that opened it. */
  readonly expiresAt: number;
  refreshes: number;
  spoke: number;
  /** The longest time between two messages, or between `ready` and the first one. */
  silence: number;
}

/** Follows the sessions of one VU. */
export function createCrossings<Seat extends Client, Socket extends object>(
  wanted: Crossings,
  now: () => number = Date.now,
) {
  const lives = new Map<Socket, Life<Seat>>();
  return {
    ready(seat: Seat, socket: Socket): void {
      const { expiresAt } = seat.user;
      lives.set(socket, { seat, since: now(), expiresAt, refreshes: 0, spoke: now(), silence: 0 });
    },
    refreshed(seat: Seat): void {
      for (const life of lives.values()) if (life.seat === seat) life.refreshes += 1;
    },
    spoke(socket: Socket): void {
      const life = lives.get(socket);
      if (life === undefined) return;
      life.silence = Math.max(life.silence, now() - life.spoke);
      life.spoke = now();
    },
    lost: (socket: Socket): void => void lives.delete(socket),
    /** What a session that is still open has crossed; `reloadedAt` is undefined when nobody reloaded the edge. */
    crossed(socket: Socket, reloadedAt: number | undefined): readonly Crossing[] {
      const life = lives.get(socket);
      if (life === undefined) return [];
      const held: Readonly<Record<Crossing, boolean>> = {
        refreshes: life.refreshes >= wanted.refreshes,
        expiry: now() > life.expiresAt,
        reload: reloadedAt !== undefined && reloadedAt > life.since,
        idle: life.silence > wanted.idle * 1000,
      };
      return crossings.filter((what) => held[what]);
    },
  };
}

/** The counters of one session; `crossed_all` only when nothing is missing. */
export function countersOf(crossed: readonly Crossing[]): readonly (typeof crossingCounters)[number][] {
  const all = crossings.every((what) => crossed.includes(what));
  return [...(all ? (['crossed_all'] as const) : []), ...crossed.map((what) => `crossed_${what}` as const)];
}

/** `240 of 240 sessions crossed: ...`; where some did not, how many crossed what. */
export function crossingLine(
  { refreshes, idle, reload }: Crossings,
  counts: Readonly<Record<string, number | undefined>>,
): string {
  const [total, all] = [counts['sockets_ready'] ?? 0, counts['crossed_all'] ?? 0];
  const said: Readonly<Record<Crossing, string>> = {
    refreshes: `at least ${refreshes} refreshes`,
    expiry: 'the expiry of their token',
    reload: reload ? 'an edge reload' : 'an edge reload, which nobody did',
    idle: `more than ${idle} s without a message`,
  };
  const parts = crossings.map((what) =>
    all === total ? said[what] : `${said[what]} (${counts[`crossed_${what}`] ?? 0})`,
  );
  return `${all} of ${total} sessions crossed: ${parts.join(', ')}`;
}
