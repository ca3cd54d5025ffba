import { runService } from '../common/service.ts';

// Imported only inside, so that the compile cache which runService turns on holds all of it.
await runService('web', async (settings, log) => {
  const { createParts, start } = await import('./service.ts');
  return start(createParts(settings), settings, log);
});
