import 'k6/websockets';

declare module 'k6/websockets' {
  /** `code` is undefined when the connection ended without a close frame, or was never there. */
  interface CloseEvent {
    readonly code?: number;
    readonly reason?: string;
  }

  interface WebSocket {
    /** The subprotocol that was selected; empty when none was. */
    readonly protocol: string;
    addEventListener(event: 'close', listener: (event: CloseEvent) => void): void;
    addEventListener(event: 'error', listener: (event: ErrorEvent) => void): void;
    addEventListener(event: 'message', listener: (event: MessageEvent) => void): void;
  }
}
