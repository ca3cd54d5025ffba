import { keptItsData, markData } from '#fixtures/clients/redis-data.ts';
import { scenario } from '#fixtures/scenario.ts';
import { recoveryCheckers } from './checkers/recovery.ts';
import { sessionsInUse } from './workloads/sessions-in-use.ts';

scenario('recovery/redis-killed-empty', {
  workload: sessionsInUse,
  fault: {
    lasts: [900, 1500],
    async inject({ system }) {
      await markData(system.granted('redis'), { onStop: 'lose' });
      await system.service('redis').kill();
    },
    async heal({ system }) {
      await system.service('redis').restart();
      if (await keptItsData(system.granted('redis')))
        throw new Error('Failed to bring Redis back empty: it kept its data. It must write nothing to disk.');
    },
  },
  checkers: recoveryCheckers,
});
