import type { Seam } from '#contracts/catalogue/defect.ts';
import { type DefectId, defects } from '#contracts/catalogue/defects.ts';

/** `main.ts <service>`: one service as a process, with those of HOLDFAST_DEFECTS that belong to it. */
const services = {
  api: () => import('./api.ts'),
  chat: () => import('./chat.ts'),
  web: () => import('./web.ts'),
};
type Planted = keyof typeof services;

const service = process.argv[2] ?? '';
if (!isPlanted(service)) refuse(`unknown service "${service}"`, Object.keys(services));
const ids = (process.env['HOLDFAST_DEFECTS'] ?? '')
  .split(',')
  .map((id) => id.trim())
  .filter((id) => id !== '');
const unknown = ids.find((id) => !(id in defects));
if (unknown !== undefined) refuse(`unknown defect "${unknown}"`, Object.keys(defects));
const own = (ids as DefectId[]).filter((id) => defects[id].seams.some((seam) => belongsTo(service, seam)));
const { startPlanted } = await services[service]();
await startPlanted(own);

function isPlanted(name: string): name is Planted {
  return Object.hasOwn(services, name);
}

function belongsTo(name: Planted, seam: Seam): boolean {
  return 'service' in seam ? seam.service === name : 'client' in seam && name === 'web';
}

function refuse(problem: string, valid: readonly string[]): never {
  process.stderr.write(`Failed to start a planted service: ${problem}. Valid: ${valid.join(', ')}\n`);
  process.exit(2);
}
