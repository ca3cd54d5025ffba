import { paths } from '../paths.ts';
import { apiOperations } from './api.ts';
import type { Operation } from './operation.ts';

const own = ['origin_not_allowed', 'internal'] as const;
const forwarding = [...own, 'too_large', 'upstream_unreachable', 'loop_detected'] as const;

/** What the web tier answers under /auth: logout for itself, the rest with the api’s own answers. */
export const webOperations = {
  webLogout: {
    ...apiOperations.logout,
    service: 'web',
    path: paths.webLogout,
    summary: 'Ends the session through the web tier. Answers 200 also when the api cannot be reached.',
    errors: own,
  },
  webLogin: through(apiOperations.login, '/auth/login'),
  webRegister: through(apiOperations.register, '/auth/register'),
  webRefresh: through(apiOperations.refresh, '/auth/refresh'),
} as const satisfies Record<string, Operation>;

function through(operation: Operation, path: string): Operation {
  return {
    ...operation,
    service: 'web',
    path,
    summary: `${operation.summary} The web tier passes it on to the api.`,
    errors: [...new Set([...operation.errors, ...forwarding])],
  };
}
