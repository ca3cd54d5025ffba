import { randomBytes } from 'node:crypto';
import type { TicketAnswer } from '#contracts/wire/chat.ts';
import { redisKeys } from '#contracts/wire/redis.ts';
import { secretPrefixes } from '#contracts/wire/secrets.ts';
import type { Redis } from '../common/redis.ts';
import { sha256 } from '../common/tokens.ts';
import { Identity } from './identity.ts';

export interface Tickets {
  /** A new ticket for `identity`; it lives no longer than the token that paid for it. */
  issue(identity: Identity): Promise<TicketAnswer>;
  /** Whom the ticket stands for. Taking it uses it up: a second call finds nothing. */
  take(ticket: string): Promise<Identity | undefined>;
}

/** Single-use tickets in Redis, under their hashes. Both calls reject when Redis is away. */
export function createTickets(redis: Redis, lifeSeconds: number): Tickets {
  return {
    async issue(identity) {
      const ticket = `${secretPrefixes.ticket}${randomBytes(32).toString('base64url')}`;
      const life = Math.max(1, Math.round(Math.min(lifeSeconds * 1000, identity.tokenExp * 1000 - Date.now())));
      await redis.set(redisKeys.chatTicket(sha256(ticket)), JSON.stringify(identity), 'PX', life);
      return { ticket, expiresIn: life / 1000 };
    },
    async take(ticket) {
      const stored = await redis.getdel(redisKeys.chatTicket(sha256(ticket)));
      return stored === null ? undefined : Identity.parse(JSON.parse(stored));
    },
  };
}
