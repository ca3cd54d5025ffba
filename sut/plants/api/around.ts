import type { EndpointName } from '../../api/access.ts';
import type { Call } from '../../api/endpoints/endpoint.ts';
import type { Parts } from '../../api/parts.ts';
import type { Planter } from '../planter.ts';

type Handle = (call: Call) => Promise<unknown>;

/** Puts something before or around one endpoint. */
export const around =
  (name: EndpointName, wrap: (call: Call, real: Handle) => Promise<unknown>): Planter<Parts> =>
  ({ endpoints, ...parts }) => {
    const real = endpoints[name];
    const handle: Handle = (call) => wrap(call, real.handle);
    return { ...parts, endpoints: { ...endpoints, [name]: { ...real, handle } } };
  };
