import { scenario } from '#fixtures/scenario.ts';
import { returnCheckers } from './checkers/recovery.ts';
import { sessionsInUse } from './workloads/sessions-in-use.ts';

// What a rollout does to an edge: between it and the api there is no proxy whose address would stay.
scenario('recovery/api-on-another-address', {
  needs: ['move'],
  system: { directLinks: ['edge->api'] },
  workload: sessionsInUse,
  fault: {
    lasts: [900, 1500],
    inject: ({ system }) => system.service('api').stop(),
    heal: ({ system }) => system.service('api').move(),
  },
  checkers: returnCheckers,
});
