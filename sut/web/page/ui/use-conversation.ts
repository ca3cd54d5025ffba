import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredMessage } from '#contracts/wire/documents.ts';
import { PageError } from '../api/page-error.ts';
import { type AnswerStep, streamAnswer } from '../stream/stream-answer.ts';
import { useServices } from './services-context.ts';

export interface Line {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly status: 'complete' | 'streaming' | 'resuming' | 'broken';
}

interface Conversation {
  readonly lines: readonly Line[];
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** Resolves true when the question was taken; false leaves it to be asked again. */
  ask(question: string): Promise<boolean>;
}

/** Silence after which an answer’s stream counts as cut: three heartbeats. */
const idleMs = 45_000;

/** The questions and answers of one document; `reload` fetches what is stored. */
export function useConversation(
  documentId: string,
  stored: readonly StoredMessage[],
  reload: () => void,
): Conversation {
  const { parts, api, config } = useServices();
  const [fresh, setFresh] = useState<readonly Line[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const leaving = useRef<AbortController>(null);

  // What was loaded contains what was just said.
  // biome-ignore lint/correctness/useExhaustiveDependencies: stored is the trigger
  useEffect(() => setFresh([]), [stored]);
  useEffect(() => {
    const abort = new AbortController();
    leaving.current = abort;
    return () => abort.abort();
  }, []);

  const ask = useCallback(
    async (question: string) => {
      const signal = leaving.current?.signal ?? AbortSignal.abort();
      const key = String(performance.now());
      let taken = false;
      setBusy(true);
      setProblem(undefined);
      setFresh((lines) => [...lines, ...exchange(key, question)]);
      const update = (change: (answer: Line) => Line) =>
        setFresh((lines) => lines.map((line) => (line.id === `${key}-answer` ? change(line) : line)));
      try {
        const options = { documentId, message: question, idleMs: idleMs / config.timingDivisor, signal };
        for await (const step of streamAnswer(parts, api, options)) {
          taken = true;
          update((answer) => afterStep(answer, step));
          if (step.event === 'error') setProblem(step.data.message);
        }
      } catch (error) {
        if (signal.aborted) return taken;
        if (!taken) setFresh((lines) => lines.filter(({ id }) => !id.startsWith(key)));
        update((answer) => ({ ...answer, status: 'broken' }));
        setProblem(wordsOf(error));
        // The server goes on without us: what it stored is the whole answer.
        if (error instanceof PageError && error.code === 'stream_gone') reload();
      } finally {
        if (!signal.aborted) setBusy(false);
      }
      return taken;
    },
    [parts, api, config, documentId, reload],
  );

  const lines = [
    ...stored.map(({ id, role, content }): Line => ({ id, role, text: content, status: 'complete' })),
    ...fresh,
  ];
  return { lines, busy, problem, ask };
}

function exchange(key: string, question: string): readonly Line[] {
  return [
    { id: `${key}-question`, role: 'user', text: question, status: 'complete' },
    { id: `${key}-answer`, role: 'assistant', text: '', status: 'streaming' },
  ];
}

function afterStep(answer: Line, step: AnswerStep): Line {
  switch (step.event) {
    case 'delta':
      return { ...answer, text: answer.text + step.data.text, status: 'streaming' };
    case 'resuming':
      return { ...answer, status: 'resuming' };
    case 'done':
      return { ...answer, status: 'complete' };
    case 'error':
      return { ...answer, status: 'broken' };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof PageError ? error.message : 'Something went wrong in this page';
}
