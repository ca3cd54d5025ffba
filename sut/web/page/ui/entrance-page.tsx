import { Link, Navigate, useLocation } from 'react-router';
import { useStore } from 'zustand';
import { notLoggedIn } from '../api/page-error.ts';
import { noticeTexts } from '../auth/notice.ts';
import { Brand } from './brand.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { Loading } from './loading.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useAdmission, useAuth, useServices } from './services-context.ts';
import { useTitle } from './use-title.ts';

const texts = {
  login: {
    title: 'Welcome back',
    action: 'Log in',
    busy: 'Logging in…',
    ask: 'New here?',
    other: 'Create an account',
    to: '/register',
  },
  register: {
    title: 'Create your account',
    action: 'Create account',
    busy: 'Creating…',
    ask: 'Already have an account?',
    other: 'Log in instead',
    to: '/login',
  },
} as const;

/** The login page and the register page. Whoever is logged in is led on. */
export function EntrancePage({ kind }: { readonly kind: keyof typeof texts }) {
  const { session, notices } = useServices();
  const notice = useStore(notices, (state) => state.notice);
  const location = useLocation();
  const { isAuthenticated } = useAuth();
  const admission = useAdmission();
  const text = texts[kind];
  useTitle(text.action);
  if (admission === 'loading') return <Loading />;
  if (isAuthenticated) return <Navigate to={origin(location.state) ?? '/app'} replace />;
  const expired = notice === 'expired';
  return (
    <div className="entrance">
      <main className="card">
        <Brand />
        <h1>{text.title}</h1>
        <OfflineBanner />
        {notice !== null && kind === 'login' ? (
          <p
            className={`banner ${expired || notice === 'logged-out-here' ? 'warn' : 'info'}`}
            role={expired ? 'alert' : 'status'}
          >
            {noticeTexts[notice]}
          </p>
        ) : null}
        {notice === null && kind === 'login' && origin(location.state)?.startsWith('/chat/') ? (
          <p className="banner info" role="status">
            {notLoggedIn().message}
          </p>
        ) : null}
        <CredentialsForm
          isNew={kind === 'register'}
          action={text.action}
          busy={text.busy}
          submit={kind === 'login' ? session.logIn : session.register}
        />
        <p className="aside">
          {text.ask}{' '}
          <Link to={text.to} state={location.state}>
            {text.other}
          </Link>
        </p>
      </main>
    </div>
  );
}

function origin(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('from' in state)) return undefined;
  return typeof state.from === 'string' && /^\/(app|chat\/)/.test(state.from) ? state.from : undefined;
}
