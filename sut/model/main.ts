import { runService } from '../common/service.ts';

await runService('model', async (settings, log) => (await import('./service.ts')).start(settings, log));
