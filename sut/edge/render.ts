import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

// Imported after the cache is on: 40 ms instead of 100.
enableCompileCache();
const { readInput } = await import('./input.ts');
const { renderConfig } = await import('./config.ts');

// An EdgeInput as JSON on standard input becomes nginx.conf on standard output; exit 2 when it is refused.
try {
  process.stdout.write(renderConfig(readInput(readFileSync(0, 'utf8'))));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
