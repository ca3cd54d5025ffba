import { keptItsData, markData } from '#fixtures/clients/redis-data.ts';
import { scenario } from '#fixtures/scenario.ts';
import { recoveryCheckers } from './checkers/recovery.ts';
import { sessionsInUse } from './workloads/sessions-in-use.ts';

// Redis keeps what it held, and has not heard of what was logged out while it was away.
scenario('recovery/redis-restart', {
  workload: sessionsInUse,
  fault: {
    lasts: [900, 1500],
    async inject({ system }) {
      await markData(system.granted('redis'), { onStop: 'keep' });
      await system.service('redis').stop();
    },
    async heal({ system }) {
      await system.service('redis').restart();
      if (!(await keptItsData(system.granted('redis'))))
        throw new Error('Failed to restart Redis in order: it lost its data. Its folder must outlive its process.');
    },
  },
  checkers: recoveryCheckers,
});
