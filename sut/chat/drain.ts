import { setTimeout } from 'node:timers/promises';
import type { Close } from './closing.ts';
import type { Registry } from './registry.ts';

export type Drain = (registry: Registry, close: Close, graceMs: number) => Promise<void>;

const lookEveryMs = 10;

/** Says why to every socket, gives them and what is still in its handshake `graceMs` to go, and then ends the rest. */
export const drain: Drain = async (registry, close, graceMs) => {
  for (const connection of registry.all()) connection.end(close);
  const deadline = performance.now() + graceMs;
  while (registry.size() > 0 && performance.now() < deadline) await setTimeout(lookEveryMs);
  for (const connection of registry.all()) connection.terminate();
};
