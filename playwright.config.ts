import { defineConfig, type ReporterDescription } from '@playwright/test';
import type { DefectId } from '#contracts/catalogue/defects.ts';
import { projectsOfClaims, projectsOfRows, scenarios } from '#fixtures/evidence/proof-projects.ts';
import { resultPath } from '#fixtures/report/result-path.ts';
import { chromiumLaunch } from '#fixtures/system/browser.ts';

const proving = process.env['HOLDFAST_PROVE'];
const onContainers = process.env['HOLDFAST_DRIVER'] === 'containers';
const rows = process.env['HOLDFAST_ROWS'];
// With other ones nobody tells the failures that judged nothing from those that did.
const ownReporters = !process.argv.some((argument) => argument.startsWith('--reporter'));
// Listed only when asked for, so that --ui stays readable. The workers load this file without the arguments.
if (/--project[= ]chaos\b/.test(process.argv.join(' '))) process.env['HOLDFAST_CHAOS'] = 'only';
const chaos = process.env['HOLDFAST_CHAOS'];

// Its evidence is the history; no browser takes part.
const chaosProject = { name: 'chaos', ...scenarios, outputDir: resultPath('chaos'), use: { trace: 'off' } } as const;

export default defineConfig<{ defect: DefectId | undefined }, { rows: boolean; proving: boolean }>({
  testDir: 'specs',
  outputDir: resultPath('artifacts'),
  globalSetup: './fixtures/system/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // A proof that was unknown is asked again (judgements.ts), and a spec whose page lost its network while containers
  // came and went (asked-again-reporter.ts); no other failure is forgiven.
  retries: rows !== undefined ? 0 : proving !== undefined ? 1 : onContainers ? 2 : 0,
  failOnFlakyTests: proving === undefined && !(onContainers && ownReporters),
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  reporter:
    proving === undefined
      ? reportersOfSpecs()
      : [[`./fixtures/report/${rows === undefined ? 'matrix' : 'rows'}-reporter.ts`]],
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
      : rows === undefined
        ? projectsOfClaims
        : projectsOfRows(rows, proving),
});

function reportersOfSpecs(): ReporterDescription[] {
  const [report, results] =
    chaos === 'only' ? (['chaos-report', 'chaos.json'] as const) : (['report', 'specs.json'] as const);
  return [
    ['./fixtures/report/redact-reporter.ts'],
    ['list'],
    ['./fixtures/report/not-permitted-reporter.ts'],
    ['./fixtures/report/asked-again-reporter.ts'],
    ['html', { open: 'never', outputFolder: resultPath(report) }],
    ['json', { outputFile: resultPath(results) }],
  ];
}
