import { type ReactNode, useEffect, useRef } from 'react';

export interface LogLine {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly status: string;
}

interface MessageLogProps<Line extends LogLine> {
  readonly label: string;
  readonly lines: readonly Line[];
  /** While an answer arrives: a screen reader then waits for its end instead of reading every word apart. */
  readonly busy: boolean;
  readonly empty: string;
  readonly nameOf: (role: Line['role']) => string;
  readonly footer?: (line: Line) => ReactNode;
}

const notes: Readonly<Record<string, string>> = {
  resuming: 'The connection was lost; going on where it was…',
  broken: 'This answer is incomplete.',
  sending: 'Sending…',
  failed: 'Not sent.',
};

export function MessageLog<Line extends LogLine>({ label, lines, busy, empty, nameOf, footer }: MessageLogProps<Line>) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new text is the trigger
  useEffect(() => {
    const element = list.current;
    // Whoever scrolled back to read is left there.
    if (element !== null && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [lines]);

  return (
    <div
      ref={list}
      className="log"
      role="log"
      aria-label={label}
      aria-live="polite"
      aria-busy={busy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 48;
      }}
    >
      {lines.length === 0 ? <p className="muted">{empty}</p> : null}
      {lines.map((line) => (
        <div key={line.id} className={`message ${line.role}`} data-status={line.status}>
          <span className="who">{nameOf(line.role)}</span>
          <p className="text">
            {line.text}
            {line.status === 'streaming' ? <span className="caret" aria-hidden="true" /> : null}
          </p>
          {notes[line.status] === undefined ? null : <span className="note">{notes[line.status]}</span>}
          {footer?.(line)}
        </div>
      ))}
    </div>
  );
}
