import { redisKeys } from '#contracts/wire/redis.ts';
import type { Redis } from '../../common/redis.ts';
import { sha256 } from '../../common/tokens.ts';
import { allOf, orRedisAway } from '../store/outage.ts';
import { normalEmail } from './accounts.ts';

export interface LoginAttempt {
  readonly email: string;
  readonly address: string;
}

/** Counts failed logins by account and by client address, in Redis, so for all replicas together. */
export interface LoginLimits {
  /** Seconds until this attempt may be tried again, undefined when it may now. */
  blockedFor(attempt: LoginAttempt): Promise<number | undefined>;
  /** Counts a failure; true when it went beyond a limit. */
  failed(attempt: LoginAttempt): Promise<boolean>;
  succeeded(attempt: LoginAttempt): Promise<void>;
}

interface LimitSettings {
  readonly LOGIN_FAILURES_PER_ACCOUNT: number;
  readonly LOGIN_FAILURES_PER_ADDRESS: number;
  readonly LOGIN_FAILURE_WINDOW: number;
}

export function createLoginLimits(redis: Redis, settings: LimitSettings): LoginLimits {
  const windowMs = Math.ceil(settings.LOGIN_FAILURE_WINDOW * 1000);
  const counters = ({ email, address }: LoginAttempt) => [
    { key: redisKeys.loginFailuresAccount(sha256(normalEmail(email))), limit: settings.LOGIN_FAILURES_PER_ACCOUNT },
    { key: redisKeys.loginFailuresAddress(address), limit: settings.LOGIN_FAILURES_PER_ADDRESS },
  ];
  return {
    async blockedFor(attempt) {
      const all = counters(attempt);
      const counts = await orRedisAway(redis.mget(all.map(({ key }) => key)));
      const reached = all.find(({ limit }, index) => Number(counts[index] ?? 0) >= limit);
      if (reached === undefined) return undefined;
      return Math.max(1, Math.ceil((await orRedisAway(redis.pttl(reached.key))) / 1000));
    },
    async failed(attempt) {
      const all = counters(attempt);
      const multi = redis.multi();
      for (const { key } of all) multi.set(key, 0, 'PX', windowMs, 'NX').incr(key);
      const results = await allOf(multi);
      return all.some(({ limit }, index) => Number(results[2 * index + 1]) > limit);
    },
    async succeeded({ email }) {
      await orRedisAway(redis.del(redisKeys.loginFailuresAccount(sha256(normalEmail(email)))));
    },
  };
}
