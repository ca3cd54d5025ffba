/**
 * What a provider must have come to before an interaction: name -> the values it then hands to the request. An
 * interaction may ask for several, one after the other.
 */
export const states = {
  emailIsFree: { name: 'an email is free', values: ['email', 'password'] },
  userExists: { name: 'a user exists', values: ['email', 'password'] },
  sessionIsOpen: { name: 'a session is open', values: ['accessToken', 'refreshToken'] },
  sessionWasLoggedOut: { name: 'a session was logged out', values: ['accessToken', 'refreshToken'] },
  /** Nothing can be read or written. */
  storesAreAway: { name: 'the stores are away', values: [] },
  /** The end of a session can be recorded, and be told later only. */
  blacklistIsAway: { name: 'the blacklist is away', values: [] },
} as const;
export type StateName = keyof typeof states;

/** A store that a state takes away from the provider. */
export type Store = 'postgres' | 'redis';

/** State -> the stores that are away in it. */
export const outages = {
  storesAreAway: ['postgres', 'redis'],
  blacklistIsAway: ['redis'],
} as const satisfies Partial<Record<StateName, readonly Store[]>>;
