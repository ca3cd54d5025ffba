import { PageError } from '../api/page-error.ts';
import { useOnline } from './use-online.ts';

interface ProblemProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** What went wrong, in the words that are true, and a way to try again. The session is kept. */
export function Problem({ error, retry }: ProblemProps) {
  const online = useOnline();
  const refused = error instanceof PageError && error.kind === 'refused';
  const problem =
    error instanceof PageError && error.kind === 'unreachable' ? error.message : 'Cannot reach the server';
  const title = refused ? error.message : online ? problem : 'You are offline';
  const advice = refused
    ? error.code === 'not_found'
      ? 'There is nothing at this address, or it is not yours.'
      : 'The server understood, and said no.'
    : online
      ? 'You are still logged in, and nothing is lost. Try again in a moment.'
      : 'This loads by itself as soon as the network is back.';
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      <p>{advice}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
