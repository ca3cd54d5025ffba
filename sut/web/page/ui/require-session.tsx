import { Navigate, useLocation } from 'react-router';
import { Loading } from './loading.tsx';
import { useAdmission, useServices } from './services-context.ts';
import { Shell } from './shell.tsx';

/** The pages of a session: waiting until it is known, or sent to the login page. */
export function RequireSession() {
  const { notices } = useServices();
  const location = useLocation();
  const admission = useAdmission();
  switch (admission) {
    case 'loading':
      return <Loading />;
    case 'login': {
      // Whoever logged out starts anew; whoever was sent away comes back to where they were.
      const left = notices.getState().notice?.startsWith('logged-out') ?? false;
      return <Navigate to="/login" replace state={left ? null : { from: location.pathname }} />;
    }
    case 'content':
      return <Shell />;
  }
}
