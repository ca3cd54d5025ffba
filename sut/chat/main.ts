import { runService } from '../common/service.ts';

await runService('chat', async (settings, log) => {
  const { createParts, start } = await import('./service.ts');
  return start(createParts(settings, log), settings, log);
});
