import { type KeyboardEvent, useId } from 'react';

interface ComposerProps {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly busy: boolean;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

/** A field for a message: Enter sends, Shift and Enter begins a line. */
export function Composer({ label, action, value, busy, onChange, onSend }: ComposerProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <textarea
          id={id}
          rows={2}
          maxLength={8000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="primary" disabled={busy || value.trim() === ''}>
          {action}
        </button>
      </div>
    </form>
  );
}
