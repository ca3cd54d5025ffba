import { Link, Outlet } from 'react-router';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useAuth, useServices } from './services-context.ts';

/** What surrounds every page of a session. */
export function Shell() {
  const { session } = useServices();
  const { user } = useAuth();
  return (
    <div className="shell">
      <header className="top">
        <Link to="/app" className="home">
          <Brand />
        </Link>
        <div className="account">
          <span className="email" title={user?.email}>
            {user?.email}
          </span>
          <button type="button" className="quiet" onClick={() => void session.logOut()}>
            Log out
          </button>
        </div>
      </header>
      <OfflineBanner />
      <main>
        <Outlet />
      </main>
    </div>
  );
}
