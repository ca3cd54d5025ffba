import { setTimeout } from 'k6/timers';
import { closes, legacy, paths } from '../generated.ts';
import { type ChatSocket, type Connect, openChatSocket } from './chat-socket.ts';
import { closeCounterOf, type Ending, endingOf, isAbnormal } from './closes.ts';
import type { Add } from './figures.ts';
import { type Format, placed, type Transport, tokenOf } from './legacy-token.ts';
import type { Plan } from './plan.ts';
import { comesBackAfter, comesBackAtMost, sessionCounters } from './sessions.ts';
import type { User } from './users.ts';

/** `handshakes_refused`: answered with something else than 101, which in the old chat is 403. */
export const legacyCounters = [
  ...sessionCounters,
  'handshakes_refused',
  'sockets_without_subprotocol',
  'messages_accepted',
  'logins',
] as const;

interface Reports {
  readonly add: Add;
  count(what: (typeof legacyCounters)[number]): void;
  /** The length of a session in seconds, and whether it was still open. */
  length(seconds: number, censored: boolean): void;
}

export interface LegacySeat {
  readonly index: number;
  readonly user: User;
  readonly transport: Transport;
  readonly format: Format;
  readonly busy: boolean;
}

/** Holds the sessions of one VU as the old chat's clients did: whoever is refused, or loses it, comes back. */
export function createLegacySessions(plan: Plan, { add, count, length }: Reports) {
  const address = `${plan.baseUrl.replace(/^http/, 'ws')}${paths.chatSocket}`;
  const endsAt = Date.now() + plan.duration * 1000;
  const every = (legacy.busyEvery * 1000) / plan.divisor;
  const open = new Map<ChatSocket, number>();

  async function take(seat: LegacySeat): Promise<void> {
    const token = await tokenOf(seat.format, seat.user, plan.baseUrl, () => count('logins')).catch(() => undefined);
    if (token !== undefined) return connect(seat, token, 0);
    count('connects_without_ticket');
    add('chat/connects', false);
  }

  function connect(seat: LegacySeat, token: string, times: number): void {
    const { query, ...handshake } = placed(token, seat.transport);
    const again = () => {
      const soon = Date.now() + 2 * comesBackAfter < endsAt;
      if (soon && times < comesBackAtMost) setTimeout(() => connect(seat, token, times + 1), comesBackAfter);
    };
    const socket = openChatSocket(
      `${address}${query}`,
      {
        opened: () => count('sockets_opened'),
        connect(result) {
          noteConnect(result);
          if (result.outcome !== 'ready') return legacy.comesBack.afterRefusal ? again() : undefined;
          open.set(socket, Date.now());
          if (seat.busy) setTimeout(() => talk(socket, seat.index, 0), every);
        },
        ended(code) {
          count(closeCounterOf(code));
          leave(socket, endingOf(code));
          again();
        },
        answer: (type) => type === 'accepted' && count('messages_accepted'),
      },
      handshake,
    );
  }

  function talk(socket: ChatSocket, index: number, said: number): void {
    if (!open.has(socket)) return;
    socket.say(`${index}-${open.get(socket)}-${said}`, 'How long is a session? [[tokens=4 interval=0]]');
    setTimeout(() => talk(socket, index, said + 1), every);
  }

  function noteConnect(result: Connect): void {
    const ready = result.outcome === 'ready';
    add('chat/connects', ready);
    const refused = result.outcome === 'handshake refused' || isRefusal(result);
    if (ready || refused || result.outcome === 'subprotocol missing') add('chat/auth-failures', refused);
    if (result.outcome === 'closed') count(closeCounterOf(result.code));
    for (const counter of countersOf(result)) count(counter);
  }

  function leave(socket: ChatSocket, ending: Ending | undefined): void {
    const since = open.get(socket);
    if (since === undefined) return;
    open.delete(socket);
    count(ending ?? 'open_at_the_end');
    add('chat/abnormal-closes', ending !== undefined && isAbnormal(ending));
    const seconds = ((Date.now() - since) / 1000) * plan.divisor;
    add('chat/session-length', seconds);
    length(seconds, ending === undefined);
  }

  return {
    take,
    askAll(): void {
      for (const socket of open.keys()) socket.ask();
    },
    end(): void {
      for (const socket of [...open.keys()]) {
        leave(socket, socket.answered() ? undefined : 'ended_silent');
        socket.close();
      }
    },
  };
}

const isRefusal = (result: Connect) => result.outcome === 'closed' && result.code === closes.invalidToken.code;

function countersOf(result: Connect): readonly (typeof legacyCounters)[number][] {
  switch (result.outcome) {
    case 'ready':
      return ['sockets_ready'];
    case 'closed':
      return isRefusal(result) ? ['sockets_refused', 'connects_refused'] : ['connects_closed_early'];
    case 'handshake refused':
      return ['handshakes_refused', 'connects_without_101'];
    case 'subprotocol missing':
      return ['sockets_without_subprotocol'];
    default:
      return [result.outcome === 'unreachable' ? 'connects_unreachable' : 'connects_timed_out'];
  }
}
