import { defineConfig, type ReporterDescription } from '@playwright/test';
import type { Defect } from '#contracts/catalogue/defect.ts';
import { type DefectId, defects } from '#contracts/catalogue/defects.ts';
import { chromiumLaunch } from '#fixtures/system/browser.ts';

const proving = process.env['HOLDFAST_PROVE'];

export default defineConfig<object, { defect: DefectId | undefined }>({
  testDir: 'specs',
  outputDir: 'test-results/artifacts',
  globalSetup: './fixtures/system/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  failOnFlakyTests: true,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  reporter: proving === undefined ? reportersOfSpecs() : [['./fixtures/report/matrix-reporter.ts']],
  use: {
    launchOptions: chromiumLaunch(),
    // A screencast would cost more than the tests themselves; the trace's snapshots show the page.
    trace: proving === undefined ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: proving === undefined ? 'only-on-failure' : 'off',
  },
  projects: proving === undefined ? [{ name: 'chromium' }] : projectsOfDefects(proving),
});

function reportersOfSpecs(): ReporterDescription[] {
  return [
    ['./fixtures/report/redact-reporter.ts'],
    ['list'],
    ['html', { open: 'never', outputFolder: 'test-results/report' }],
    ['json', { outputFile: 'test-results/specs.json' }],
  ];
}

/** One project a defect, with just the requirements that claim to catch it. `wanted` is `all` or a comma-separated list. */
function projectsOfDefects(wanted: string) {
  return Object.entries(defects as Record<string, Defect>)
    .filter(([id]) => wanted === 'all' || wanted.split(',').includes(id))
    .map(([id, { caughtBy }]) => ({
      name: id,
      use: { defect: id as DefectId },
      grep: caughtBy.map(({ requirement }) => new RegExp(`(^| )${requirement}( |$)`)),
    }));
}
