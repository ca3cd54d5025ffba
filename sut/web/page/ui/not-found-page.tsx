import { Link } from 'react-router';
import { useTitle } from './use-title.ts';

export function NotFoundPage() {
  useTitle('Page not found');
  return (
    <main className="centered">
      <h1>Page not found</h1>
      <p>
        There is nothing at this address. <Link to="/app">Back to your documents</Link>
      </p>
    </main>
  );
}
