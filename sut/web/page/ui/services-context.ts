import { createContext, use, useSyncExternalStore } from 'react';
import type { StoredAuth } from '#contracts/wire/auth.ts';
import type { Admission } from '../auth/admit.ts';
import type { Services } from '../services.ts';

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === undefined) throw new Error('Failed to render: the page was not started by startPage.');
  return services;
}

export function useAuth(): StoredAuth {
  const { store } = useServices();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** What this part of the page may show now. */
export function useAdmission(): Admission {
  const { gate, parts } = useServices();
  const isOpen = useSyncExternalStore(gate.subscribe, gate.isOpen);
  return parts.admit(isOpen, useAuth());
}
