import { setTimeout } from 'k6/timers';
import type { AnswerType, ChatSocket } from './chat-socket.ts';
import type { Arrivals } from './schedule.ts';
import { arrivalsOf } from './schedule.ts';

interface Reports {
  /** Milliseconds from when the message was due to its first delta, or to the end of the run without one. */
  roundTrip(milliseconds: number, answered: boolean): void;
  /** Milliseconds from when it was due to when it was sent: what the generator itself lost. */
  late(milliseconds: number): void;
  spoke?(socket: ChatSocket): void;
  count(what: (typeof roundCounters)[number]): void;
}

export const roundCounters = [
  'messages_sent',
  'messages_without_a_chat',
  'messages_accepted',
  'messages_answered',
  'messages_refused',
  'messages_unanswered',
] as const;

interface Question {
  /** Milliseconds since the epoch. */
  readonly due: number;
  readonly socket: ChatSocket;
}

/** Sends messages when they are due, whatever became of those before, over the chats that are open, in turn. */
export function createRounds({ roundTrip, late, count, spoke }: Reports, run: string) {
  const waiting = new Map<string, Question>();
  const chats: ChatSocket[] = [];
  let turn = 0;
  let sent = 0;

  function send(text: string, due: number): void {
    const socket = chats[turn++ % Math.max(1, chats.length)];
    if (socket === undefined) {
      count('messages_without_a_chat');
      roundTrip(0, false);
      return;
    }
    const id = `${run}-${sent++}`;
    waiting.set(id, { due, socket });
    late(Math.max(0, Date.now() - due));
    count('messages_sent');
    socket.say(id, text);
    spoke?.(socket);
  }

  function settle(id: string, outcome: 'answered' | 'refused' | 'unanswered'): void {
    const question = waiting.get(id);
    if (question === undefined) return;
    waiting.delete(id);
    count(`messages_${outcome}`);
    roundTrip(Date.now() - question.due, outcome === 'answered');
  }

  return {
    join: (socket: ChatSocket): void => void chats.push(socket),
    /** What was asked on it and has no delta yet will never get one. */
    leave(socket: ChatSocket): void {
      const at = chats.indexOf(socket);
      if (at >= 0) chats.splice(at, 1);
      for (const [id, question] of waiting) if (question.socket === socket) settle(id, 'unanswered');
    },
    answer(type: AnswerType, id: string): void {
      if (type === 'accepted' && waiting.has(id)) count('messages_accepted');
      if (type === 'delta' || type === 'done') settle(id, 'answered');
      if (type === 'error') settle(id, 'refused');
    },
    /** From `startsAt` (milliseconds since the epoch) on; every `step`th message, beginning with number `first`. */
    start(startsAt: number, arrivals: Arrivals, text: string, first: number, step: number): void {
      const times = arrivalsOf(arrivals, first, step);
      const next = () => {
        const { value, done } = times.next();
        if (done === true) return;
        const due = startsAt + value * 1000;
        setTimeout(
          () => {
            send(text, due);
            next();
          },
          Math.max(0, due - Date.now()),
        );
      };
      next();
    },
    /** Whoever still waits waited until now. */
    end(): void {
      for (const id of [...waiting.keys()]) settle(id, 'unanswered');
    },
  };
}
