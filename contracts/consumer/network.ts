import { type HttpHandler, http, passthrough } from 'msw';
import { setupServer } from 'msw/node';

/**
 * Answers every request of this process by `handlers`, the first that fits; those to the origins `own` go through.
 * Any other breaks, and disposal throws then, also where the code under test swallowed that.
 */
export function mockNetwork(handlers: readonly HttpHandler[], own: readonly string[] = []): Disposable {
  const unexpected: string[] = [];
  const passed = own.map((origin) => http.all(`${origin}/*`, () => passthrough()));
  const network = setupServer(...passed, ...handlers);
  network.listen({
    onUnhandledFrame({ frame, defaults }) {
      const { request } = frame.data as { readonly request?: Request };
      unexpected.push(request === undefined ? frame.protocol : `${request.method} ${request.url}`);
      defaults.error();
    },
  });
  return {
    [Symbol.dispose]() {
      network.close();
      if (unexpected.length > 0)
        throw new Error(
          `Failed to mock the network: nobody handles ${unexpected.join(', ')}. Add a handler for its operation.`,
        );
    },
  };
}
