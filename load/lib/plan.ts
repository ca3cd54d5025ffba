import { lifetimes, profiles } from '../generated.ts';
import type { Crossings } from './crossings.ts';

/** What a run does; times in seconds. */
export interface Plan {
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly profile: string;
  readonly sockets: number;
  readonly users: number;
  /** k6 processes that share all of it by execution segments; each registers its share of the users. */
  readonly processes: number;
  readonly vus: number;
  /** Login sessions that each process needs, one for each of its chats. */
  readonly sessions: number;
  /** From the first request to the end. */
  readonly duration: number;
  /** The sockets are opened evenly over this time. */
  readonly ramp: number;
  /** So long before the end every session is asked for a sign of life, and nothing new is begun. */
  readonly patience: number;
  /** Messages a second at the peak. */
  readonly rate: number;
  /** Tokens of each answer. */
  readonly tokens: number;
  /** Journeys, or streams, a second at the peak. */
  readonly journeys: number;
  /** Shares of the peak, each for an equal part of the run. */
  readonly course: readonly number[];
  /** What the system's lifetimes were divided by; sessions are told multiplied by it. */
  readonly divisor: number;
  /** What each chat session has to live through; undefined when only time. */
  readonly crosses?: Crossings;
  /** Why nothing can be run as asked: then nothing is, and the verdict says so. */
  readonly problem?: string;
}

type Settings = Readonly<Record<string, string | undefined>>;
interface Profile {
  readonly sockets: number;
  readonly users: number;
  readonly duration: number;
  readonly ramp: number;
  readonly rate: number;
  readonly tokens: number;
  readonly journeys: number;
  readonly course: readonly number[];
  readonly crosses?: { readonly refreshEvery: number; readonly refreshes: number };
}

/** One process may open 20,000 files; more sockets need several processes (--execution-segment). */
const mostSockets = 18_000;
/** Hence the most processes: each has at least one. */
const mostVus = 15;
const thisMachine = /^https?:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?$/;

const origin = /^https?:\/\/([a-z0-9.-]+)(?::\d{1,5})?$/i;

/**
 * The plan that the settings (`-e NAME=value`) ask for: BASE_URL; PROFILE, and over it SOCKETS, USERS, RATE, JOURNEYS and
 * DURATION (`20s`, `11m`); PROCESSES, over which all of it is divided by execution segments; TIMING_DIVISOR and
 * IDLE (seconds, the edge's idle timeout) of the system; REFRESH_EVERY (seconds) where the profile refreshes; DISTURBED,
 * which answers when the edge was reloaded; CONSENT is the host whose owner agreed.
 */
export function readPlan(settings: Settings): Plan {
  const problems: string[] = [];
  const whole = (name: string, otherwise: number, most: number, hint = ''): number => {
    const text = settings[name] ?? String(otherwise);
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most) return value;
    problems.push(`${name} is "${text}": valid are whole numbers from 1 to ${most}${hint}`);
    return Math.min(otherwise, most);
  };
  const [profile, chosen] = readProfile(settings['PROFILE'] ?? 'smoke', problems);
  const baseUrl = (settings['BASE_URL'] ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
  const host = origin.exec(baseUrl)?.[1];
  if (!thisMachine.test(baseUrl) && (host === undefined || host !== settings['CONSENT'])) {
    problems.push(
      `BASE_URL is "${baseUrl}": valid is an origin on this machine, such as http://127.0.0.1:8080; elsewhere \`npm run load -- --base-url\` asks for its owner's consent`,
    );
  }
  const processes = whole('PROCESSES', 1, mostVus);
  const sockets = whole('SOCKETS', chosen.sockets, mostSockets * processes, ` (PROCESSES=${processes})`);
  const users = Math.min(whole('USERS', chosen.users, 20_000), sockets);
  // Each process has as many as the others.
  const vus = Math.max(1, Math.floor(Math.min(mostVus, Math.ceil(sockets / 10)) / processes)) * processes;
  const divisor = whole('TIMING_DIVISOR', 1, 1000);
  const disturbed = settings['DISTURBED'];
  if (disturbed !== undefined && !thisMachine.test(disturbed))
    problems.push(`DISTURBED is "${disturbed}": valid is an origin on this machine`);
  const crosses =
    chosen.crosses === undefined
      ? undefined
      : {
          refreshEvery: whole('REFRESH_EVERY', chosen.crosses.refreshEvery, 7200),
          refreshes: chosen.crosses.refreshes,
          idle: settings['IDLE'] === undefined ? lifetimes.edgeIdle / divisor : whole('IDLE', 1, 7200),
          reload: disturbed !== undefined,
        };
  const duration = readDuration(settings['DURATION'] ?? `${chosen.duration}s`, problems);
  return {
    baseUrl,
    profile,
    sockets,
    users,
    processes,
    vus,
    sessions: Math.ceil(sockets / vus) * (vus / processes),
    duration,
    ramp: Math.min(duration / 5, Math.max(chosen.ramp, sockets / 100)),
    patience: Math.min(5, duration / 4),
    rate: whole('RATE', chosen.rate, 5000),
    tokens: chosen.tokens,
    journeys: whole('JOURNEYS', chosen.journeys, 1000),
    course: chosen.course,
    divisor,
    ...(crosses === undefined ? {} : { crosses }),
    ...(problems.length > 0 ? { problem: `${problems.join('; ')}.` } : {}),
  };
}

function readProfile(name: string, problems: string[]): readonly [string, Profile] {
  const known = Object.entries<Profile>(profiles).find(([id]) => id === name);
  if (known !== undefined) return known;
  problems.push(`PROFILE is "${name}": valid are ${Object.keys(profiles).join(', ')}`);
  return ['smoke', profiles.smoke];
}

function readDuration(text: string, problems: string[]): number {
  const [, amount = '', unit] = /^(\d{1,5})(s|m)$/.exec(text) ?? [];
  const seconds = Number(amount) * (unit === 'm' ? 60 : 1);
  if (seconds >= 4 && seconds <= 7200) return seconds;
  problems.push(`DURATION is "${text}": valid are 4s to 120m`);
  return 4;
}
