/** The only subprotocol there is. Selecting nothing else keeps a token in that list from being echoed. */
const chatSubprotocol = 'chat.v1';

/** What the handshake's answer selects of the offered subprotocols; `false` selects none. */
export type SelectSubprotocol = (offered: ReadonlySet<string>) => string | false;

export const selectSubprotocol: SelectSubprotocol = (offered) => offered.has(chatSubprotocol) && chatSubprotocol;
