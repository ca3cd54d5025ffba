import { expect, test } from 'vitest';
import type { Defect } from '#contracts/catalogue/defect.ts';
import { type DefectId, defects } from '#contracts/catalogue/defects.ts';
import { webPlanters } from '../web.ts';
import { pagePlanters } from './planters.ts';

const withSeam = (holds: (seam: Defect['seams'][number]) => boolean) =>
  (Object.keys(defects) as DefectId[]).filter((id) => (defects[id] as Defect).seams.some(holds)).sort();

test('each defect of the page and of the web tier has its planter, and no planter is without its defect', () => {
  expect(Object.keys(pagePlanters).sort()).toEqual(withSeam((seam) => 'client' in seam));
  expect(Object.keys(webPlanters).sort()).toEqual(withSeam((seam) => 'service' in seam && seam.service === 'web'));
});
