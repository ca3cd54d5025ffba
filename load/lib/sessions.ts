import { setTimeout } from 'k6/timers';
import { closes, paths } from '../generated.ts';
import { type AnswerType, type ChatSocket, type Connect, openChatSocket } from './chat-socket.ts';
import { closeCounterOf, closeCounters, type Ending, endingOf, endings, isAbnormal } from './closes.ts';
import { type CredentialKind, credentialOf } from './credentials.ts';
import type { Add } from './figures.ts';
import type { Plan } from './plan.ts';
import { loginCounters, type User } from './users.ts';

const connectCauses = [
  'connects_refused',
  'connects_closed_early',
  'connects_without_101',
  'connects_unreachable',
  'connects_timed_out',
  'connects_without_ticket',
] as const;
type ConnectCause = (typeof connectCauses)[number];

/** The other side counts these too: upgrades, sessions, and accepted sockets that were refused with 1008. */
const tallies = ['sockets_opened', 'sockets_ready', 'sockets_refused'] as const;

export const sessionCounters = [
  'open_at_the_end',
  ...loginCounters,
  ...tallies,
  ...endings,
  ...connectCauses,
  ...closeCounters,
] as const;

/** The claim that an invalid credential is refused as it must be; a requirement, not a target. */
export const refusal = 'chat/invalid-token-is-closed-with-1008';

interface Reports {
  readonly add: Add;
  count(what: (typeof sessionCounters)[number]): void;
  /** The length of a session in seconds, and whether it was still open. */
  length(seconds: number, censored: boolean): void;
  ready?(seat: Seat, socket: ChatSocket): void;
  /** The session is over; of those that are open at the end only a silent one. */
  lost?(seat: Seat, socket: ChatSocket): void;
  /** The run is over, and the session was open all the time. */
  kept?(seat: Seat, socket: ChatSocket): void;
  answer?(type: AnswerType, id: string): void;
}

/** Someone who wants to be in the chat until the end: one socket at a time. */
export interface Seat {
  readonly index: number;
  readonly kind: CredentialKind;
  /** As of its last refresh. */
  user: User;
}

/** A client comes back after a lost session, as it should; each time is a connect that counts. */
export const comesBackAfter = 1000;
export const comesBackAtMost = 3;

/** Holds the sessions of one VU, counts each socket once, and counts what is open when the time is up. */
export function createSessions(plan: Plan, reports: Reports) {
  const { add, count } = reports;
  const address = `${plan.baseUrl.replace(/^http/, 'ws')}${paths.chatSocket}`;
  const endsAt = Date.now() + plan.duration * 1000;
  const open = new Map<ChatSocket, { readonly seat: Seat; readonly since: number }>();

  async function take(seat: Seat, times = 0): Promise<void> {
    const result = await connect(seat, () => {
      const soon = Date.now() + 2 * comesBackAfter < endsAt;
      if (soon && times < comesBackAtMost) setTimeout(() => void take(seat, times + 1), comesBackAfter);
    });
    if (seat.kind === 'invalid') expectRefusal(result);
    else noteConnect(result);
  }

  /** One connect, which is only told; `ended` comes when its session was lost. */
  async function connect(seat: Seat, ended: () => void): Promise<Connect | 'ticket refused' | 'no ticket'> {
    const credential = await credentialOf(seat.kind, seat.user, plan.baseUrl, Math.floor(seat.index / 10)).catch(
      () => ({ refused: false }),
    );
    if (!('query' in credential)) return credential.refused ? 'ticket refused' : 'no ticket';
    return new Promise((resolve) => {
      const socket = openChatSocket(`${address}${credential.query}`, {
        opened: () => count('sockets_opened'),
        connect(result) {
          if (result.outcome === 'closed') count(closeCounterOf(result.code));
          if (result.outcome === 'ready') {
            count('sockets_ready');
            open.set(socket, { seat, since: Date.now() });
            reports.ready?.(seat, socket);
          } else if (result.outcome === 'closed' && result.code === closes.invalidToken.code) count('sockets_refused');
          resolve(result);
        },
        ended(code) {
          count(closeCounterOf(code));
          leave(socket, endingOf(code));
          reports.lost?.(seat, socket);
          ended();
        },
        ...(reports.answer === undefined ? {} : { answer: reports.answer }),
      });
    });
  }

  function noteConnect(result: Connect | 'ticket refused' | 'no ticket'): void {
    const cause = causeOf(result);
    if (cause !== undefined) count(cause);
    add('chat/connects', cause === undefined);
    if (cause === undefined || cause === 'connects_refused') add('chat/auth-failures', cause !== undefined);
  }

  /** Who got no answer does not know whether it would have been refused. */
  function expectRefusal(result: Connect | 'ticket refused' | 'no ticket'): void {
    if (typeof result === 'string' || result.outcome === 'unreachable' || result.outcome === 'timed out') return;
    add(refusal, result.outcome === 'closed' && result.code === closes.invalidToken.code);
  }

  function leave(socket: ChatSocket, ending: Ending | undefined): void {
    const held = open.get(socket);
    if (held === undefined) return;
    open.delete(socket);
    count(ending ?? 'open_at_the_end');
    add('chat/abnormal-closes', ending !== undefined && isAbnormal(ending));
    const seconds = ((Date.now() - held.since) / 1000) * plan.divisor;
    add('chat/session-length', seconds);
    reports.length(seconds, ending === undefined);
  }

  return {
    take,
    connect,
    noteConnect,
    askAll(): void {
      for (const socket of open.keys()) socket.ask();
    },
    /** A session that is still open is as long as it was until now; one that answers no more has ended. */
    end(): void {
      for (const [socket, { seat }] of [...open]) {
        leave(socket, socket.answered() ? undefined : 'ended_silent');
        if (socket.answered()) reports.kept?.(seat, socket);
        else reports.lost?.(seat, socket);
        socket.close();
      }
    },
  };
}

function causeOf(result: Connect | 'ticket refused' | 'no ticket'): ConnectCause | undefined {
  if (result === 'ticket refused') return 'connects_refused';
  if (result === 'no ticket') return 'connects_without_ticket';
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
