import { defineConfig, type ReporterDescription } from '@playwright/test';
import type { Defect } from '#contracts/catalogue/defect.ts';
import { type DefectId, defects } from '#contracts/catalogue/defects.ts';
import { resultPath } from '#fixtures/report/result-path.ts';
import { chromiumLaunch } from '#fixtures/system/browser.ts';

const proving = process.env['HOLDFAST_PROVE'];
// Listed only when asked for, so that --ui stays readable. The workers load this file without the arguments.
if (/--project[= ]chaos\b/.test(process.argv.join(' '))) process.env['HOLDFAST_CHAOS'] = 'only';
const chaos = process.env['HOLDFAST_CHAOS'];

const specs = { testDir: 'specs' } as const;
const scenarios = { testDir: 'scenarios', testMatch: '**/*.scenario.ts' } as const;
// Its evidence is the history; no browser takes part.
const chaosProject = { name: 'chaos', ...scenarios, outputDir: resultPath('chaos'), use: { trace: 'off' } } as const;

export default defineConfig<object, { defect: DefectId | undefined }>({
  ...specs,
  outputDir: resultPath('artifacts'),
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
    // As the harness's own clients: a System's certificate is self-signed.
    ignoreHTTPSErrors: true,
    // A screencast would cost more than the tests themselves; the trace's snapshots show the page.
    trace: proving === undefined ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: proving === undefined ? 'only-on-failure' : 'off',
  },
  projects:
    proving === undefined
      ? [{ name: 'chromium' }, ...(chaos === undefined ? [] : [chaosProject])]
      : projectsOfDefects(proving),
});

function reportersOfSpecs(): ReporterDescription[] {
  const [report, results] =
    chaos === 'only' ? (['chaos-report', 'chaos.json'] as const) : (['report', 'specs.json'] as const);
  return [
    ['./fixtures/report/redact-reporter.ts'],
    ['list'],
    ['./fixtures/report/not-permitted-reporter.ts'],
    ['html', { open: 'never', outputFolder: resultPath(report) }],
    ['json', { outputFile: resultPath(results) }],
  ];
}

/**
 * One project a defect and room, with just the requirements that claim to catch it. `wanted` is `all` or a
 * comma-separated list.
 */
function projectsOfDefects(wanted: string) {
  return Object.entries(defects as Record<string, Defect>)
    .filter(([id]) => wanted === 'all' || wanted.split(',').includes(id))
    .flatMap(([id, { caughtBy }]) =>
      [specs, scenarios].flatMap((room) => {
        const claimed = caughtBy.filter(({ requirement }) => isScenario(requirement) === (room === scenarios));
        const grep = claimed.map(({ requirement }) => new RegExp(`(^| )${requirement}( |$)`));
        return grep.length === 0 ? [] : [{ name: id, ...room, use: { defect: id as DefectId }, grep }];
      }),
    );
}

/** What the scenarios judge stands in an area of its own. */
function isScenario(requirement: string): boolean {
  return requirement.startsWith('recovery/');
}
