/** What a run does; times in seconds. */
export interface Plan {
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly sockets: number;
  readonly users: number;
  readonly vus: number;
  /** From the first socket to the end. */
  readonly duration: number;
  /** The sockets are opened evenly over this time. */
  readonly ramp: number;
  /** So long before the end every session is asked for a sign of life. */
  readonly patience: number;
  /** Why nothing can be run as asked: then nothing is, and the verdict says so. */
  readonly problem?: string;
}

type Settings = Readonly<Record<string, string | undefined>>;

/** One process may open 20,000 files; more sockets need several processes (--execution-segment). */
const mostSockets = 18_000;
const thisMachine = /^https?:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?$/;

const origin = /^https?:\/\/([a-z0-9.-]+)(?::\d{1,5})?$/i;

/** The plan that the settings (`-e NAME=value`) ask for: BASE_URL, SOCKETS, DURATION (`20s`, `11m`), USERS; CONSENT is the host whose owner agreed. */
export function readPlan(settings: Settings): Plan {
  const problems: string[] = [];
  const whole = (name: string, otherwise: number, most: number): number => {
    const text = settings[name] ?? String(otherwise);
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most) return value;
    problems.push(`${name} is "${text}": valid are whole numbers from 1 to ${most}`);
    return otherwise;
  };
  const baseUrl = (settings['BASE_URL'] ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
  const host = origin.exec(baseUrl)?.[1];
  if (!thisMachine.test(baseUrl) && (host === undefined || host !== settings['CONSENT'])) {
    problems.push(
      `BASE_URL is "${baseUrl}": valid is an origin on this machine, such as http://127.0.0.1:8080; elsewhere \`npm run load -- --base-url\` asks for its owner's consent`,
    );
  }
  const sockets = whole('SOCKETS', 50, mostSockets);
  const users = Math.min(whole('USERS', 5, 50), sockets);
  const duration = readDuration(settings['DURATION'] ?? '20s', problems);
  return {
    baseUrl,
    sockets,
    users,
    vus: Math.min(15, Math.ceil(sockets / 10)),
    duration,
    ramp: Math.min(duration / 5, Math.max(1, sockets / 50)),
    patience: Math.min(5, duration / 4),
    ...(problems.length > 0 ? { problem: `${problems.join('; ')}.` } : {}),
  };
}

function readDuration(text: string, problems: string[]): number {
  const [, amount = '', unit] = /^(\d{1,5})(s|m)$/.exec(text) ?? [];
  const seconds = Number(amount) * (unit === 'm' ? 60 : 1);
  if (seconds >= 4 && seconds <= 7200) return seconds;
  problems.push(`DURATION is "${text}": valid are 4s to 120m`);
  return 4;
}
