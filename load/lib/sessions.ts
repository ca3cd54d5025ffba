import { setTimeout } from 'k6/timers';
import { closes, paths } from '../generated.ts';
import { type ChatSocket, type Connect, openChatSocket } from './chat-socket.ts';
import { type Ending, endingOf, isAbnormal } from './closes.ts';
import { type CredentialKind, credentialOf } from './credentials.ts';
import type { Add } from './figures.ts';
import type { Plan } from './plan.ts';
import type { User } from './users.ts';

export const connectCauses = [
  'connects_refused',
  'connects_closed_early',
  'connects_without_101',
  'connects_unreachable',
  'connects_timed_out',
  'connects_without_ticket',
] as const;
export type ConnectCause = (typeof connectCauses)[number];

/** The claim that an invalid credential is refused as it must be; a requirement, not a target. */
export const refusal = 'chat/invalid-token-is-closed-with-1008';

interface Reports {
  readonly add: Add;
  count(what: ConnectCause | Ending | 'open_at_the_end'): void;
}

/** Someone who wants to be in the chat until the end: one socket at a time. */
export interface Seat {
  readonly index: number;
  readonly kind: CredentialKind;
  readonly user: User;
}

/** A client comes back after a lost session, as it should; each time is a connect that counts. */
const comesBackAfter = 1000;
const comesBackAtMost = 3;

/** Holds the sessions of one VU, counts each socket once, and counts what is open when the time is up. */
export function createSessions(plan: Plan, { add, count }: Reports) {
  const address = `${plan.baseUrl.replace(/^http/, 'ws')}${paths.chatSocket}`;
  const endsAt = Date.now() + plan.duration * 1000;
  const open = new Map<ChatSocket, number>();

  async function take(seat: Seat, times = 0): Promise<void> {
    const credential = await credentialOf(seat.kind, seat.user, plan.baseUrl, Math.floor(seat.index / 10)).catch(
      () => ({ refused: false }),
    );
    if (!('query' in credential)) {
      count(credential.refused ? 'connects_refused' : 'connects_without_ticket');
      add('chat/connects', false);
      if (credential.refused) add('chat/auth-failures', true);
      return;
    }
    const socket = openChatSocket(`${address}${credential.query}`, {
      connect(result) {
        if (seat.kind === 'invalid') {
          expectRefusal(result);
          return;
        }
        noteConnect(result);
        if (result.outcome === 'ready') open.set(socket, Date.now());
      },
      ended(code) {
        leave(socket, endingOf(code));
        const soon = Date.now() + 2 * comesBackAfter < endsAt;
        if (soon && times < comesBackAtMost) setTimeout(() => void take(seat, times + 1), comesBackAfter);
      },
    });
  }

  function noteConnect(result: Connect): void {
    const cause = causeOf(result);
    if (cause !== undefined) count(cause);
    add('chat/connects', cause === undefined);
    if (cause === undefined || cause === 'connects_refused') add('chat/auth-failures', cause !== undefined);
  }

  /** Who got no answer does not know whether it would have been refused. */
  function expectRefusal(result: Connect): void {
    if (result.outcome === 'unreachable' || result.outcome === 'timed out') return;
    add(refusal, result.outcome === 'closed' && result.code === closes.invalidToken.code);
  }

  function leave(socket: ChatSocket, ending: Ending | undefined): void {
    const since = open.get(socket);
    if (since === undefined) return;
    open.delete(socket);
    count(ending ?? 'open_at_the_end');
    add('chat/abnormal-closes', ending !== undefined && isAbnormal(ending));
    add('chat/session-length', (Date.now() - since) / 1000);
  }

  return {
    take,
    askAll(): void {
      for (const socket of open.keys()) socket.ask();
    },
    /** A session that is still open is as long as it was until now; one that answers no more has ended. */
    end(): void {
      for (const socket of [...open.keys()]) {
        leave(socket, socket.answered() ? undefined : 'ended_silent');
        socket.close();
      }
    },
  };
}

function causeOf(result: Connect): ConnectCause | undefined {
  switch (result.outcome) {
    case 'ready':
      return undefined;
    case 'closed':
      return result.code === closes.invalidToken.code ? 'connects_refused' : 'connects_closed_early';
    case 'handshake refused':
      return 'connects_without_101';
    case 'unreachable':
      return 'connects_unreachable';
    default:
      return 'connects_timed_out';
  }
}
