import { type FormEvent, useId, useState } from 'react';
import { type LoginRequest, RegisterRequest } from '#contracts/wire/auth.ts';
import { PageError } from '../api/page-error.ts';
import { useOnline } from './use-online.ts';

interface CredentialsFormProps {
  /** A new account’s password has rules; an old one must only be right. */
  readonly isNew: boolean;
  readonly action: string;
  readonly busy: string;
  readonly submit: (credentials: LoginRequest) => Promise<void>;
}

export function CredentialsForm({ isNew, action, busy, submit }: CredentialsFormProps) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const online = useOnline();
  const ids = { email: useId(), password: useId(), hint: useId(), problem: useId() };

  const send = async (credentials: LoginRequest) => {
    const rules = isNew ? RegisterRequest.safeParse(credentials) : undefined;
    if (rules !== undefined && !rules.success) return setProblem(ruleOf(rules.error.issues[0]?.path[0]));
    setSending(true);
    setProblem(undefined);
    try {
      await submit(credentials);
    } catch (error) {
      setSending(false);
      setProblem(wordsOf(error, online));
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };

  return (
    <form onSubmit={onSubmit} noValidate={isNew} aria-describedby={problem === undefined ? undefined : ids.problem}>
      <label htmlFor={ids.email}>Email</label>
      <input id={ids.email} name="email" type="email" autoComplete="username" required maxLength={254} />
      <label htmlFor={ids.password}>Password</label>
      <input
        id={ids.password}
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        maxLength={200}
        aria-describedby={isNew ? ids.hint : undefined}
      />
      {isNew ? (
        <p className="hint" id={ids.hint}>
          At least 8 characters.
        </p>
      ) : null}
      <div id={ids.problem} role="alert">
        {problem === undefined ? null : <p className="banner error">{problem}</p>}
      </div>
      <button type="submit" className="primary" disabled={sending}>
        {sending ? busy : action}
      </button>
    </form>
  );
}

function ruleOf(field: PropertyKey | undefined): string {
  return field === 'email' ? 'This is not an email address.' : 'A password has 8 to 200 characters.';
}

function wordsOf(error: unknown, online: boolean): string {
  if (error instanceof PageError && error.kind === 'refused') return error.message;
  const problem =
    error instanceof PageError && error.kind === 'unreachable' ? error.message : 'Cannot reach the server';
  return online
    ? `${problem}. Nothing was lost; try again in a moment.`
    : 'You are offline. Try again when the network is back.';
}
