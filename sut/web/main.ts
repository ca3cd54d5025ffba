import { runService } from '../common/service.ts';
import { createParts, start } from './service.ts';

await runService('web', (settings, log) => start(createParts(settings), settings, log));
