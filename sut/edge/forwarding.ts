import type { Traits } from './profiles.ts';

/** Fields that tell a service who the client is and what it asked for: name -> value. `$client_host` keeps the port, which `$host` drops. */
export const forwarding: Readonly<Record<Traits['forwarding'], Readonly<Record<string, string>>>> = {
  seen: {
    Host: '$client_host',
    'X-Real-IP': '$remote_addr',
    'X-Forwarded-For': '$proxy_add_x_forwarded_for',
    'X-Forwarded-Proto': '$scheme',
    'X-Forwarded-Host': '$client_host',
  },
  defaults: { Host: '$proxy_host' },
  claimed: {
    Host: '$client_host',
    'X-Real-IP': '$http_x_real_ip',
    'X-Forwarded-For': '$http_x_forwarded_for',
    'X-Forwarded-Proto': '$http_x_forwarded_proto',
    'X-Forwarded-Host': '$client_host',
  },
};
