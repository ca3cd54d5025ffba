/** What a provider must have come to before an interaction: name -> the values it then hands to the request. */
export const states = {
  emailIsFree: { name: 'an email is free', values: ['email', 'password'] },
  userExists: { name: 'a user exists', values: ['email', 'password'] },
  sessionIsOpen: { name: 'a session is open', values: ['accessToken', 'refreshToken'] },
  sessionWasLoggedOut: { name: 'a session was logged out', values: ['accessToken', 'refreshToken'] },
} as const;
export type StateName = keyof typeof states;
