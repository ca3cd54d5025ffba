import { readFileSync } from 'node:fs';
import { renderConfig } from './config.ts';
import { readInput } from './input.ts';

// An EdgeInput as JSON on standard input becomes nginx.conf on standard output; exit 2 when it is refused.
// It imports little: it runs at every start of an edge (NODE_COMPILE_CACHE halves the rest).
try {
  process.stdout.write(renderConfig(readInput(readFileSync(0, 'utf8'))));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
