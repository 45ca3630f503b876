#!/usr/bin/env node
/*
 * The one way in: `npm start`, `npm test` and `npx autonomos <command>`. Runs on any Node ≥ 18; installs and builds when needed,
 * then hands over to the built program on the Node that the packages bring.
 */
import { join } from 'node:path';
import { CLIENT, SERVER } from './launcher/build.mjs';
import { reportFailure } from './failure.mjs';
import { DIST, ROOT } from './launcher/paths.mjs';
import { ensureBuilt, ensureInstalled, runtime } from './launcher/prepare.mjs';
import { runInForeground } from './launcher/run.mjs';

/** Commands that can never start a server, and so do not need the web client built. */
const WITHOUT_CLIENT = new Set([
  'status',
  'stop',
  'migrate',
  'plan',
  'subgraph',
  'supergraph',
  'worker',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
]);

/**
 * Whether a command line may lead to pages being served.
 * @param {string | undefined} command
 * @param {string[]} rest
 */
function needsClient(command, rest) {
  if (command !== undefined && WITHOUT_CLIENT.has(command)) return false;
  return !(command === 'gateway' && rest.some((argument) => argument.startsWith('--supergraph')));
}

/** What writes generated files from the built code; `--check` only says whether they are up to date. */
const PRINTERS = new Map([
  ['schema', 'cli/print-schema.js'],
  ['errors', 'cli/print-errors.js'],
]);

/** What keeps the process small: young garbage is collected sooner. */
const LEAN = ['--max-semi-space-size=8'];
/** Threads share the C library's heaps (with the above a third less is resident), and buffers from a megabyte on go back to the system once freed. */
const LEAN_ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1048576' };

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  await ensureInstalled();
  const { path: node } = runtime();
  if (command === 'test') {
    // The checks run from their sources: they must be able to say that the build is broken.
    const args = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', join(ROOT, 'cli/checks/main.ts'), ...rest];
    return runInForeground(node, args, process.env);
  }
  if (command === 'build') {
    await ensureBuilt(node, [SERVER, CLIENT]);
    return 0;
  }
  const printer = command === undefined ? undefined : PRINTERS.get(command);
  if (printer !== undefined) {
    await ensureBuilt(node, [SERVER]);
    return runInForeground(node, [join(DIST, printer), ...rest], process.env);
  }
  await ensureBuilt(node, needsClient(command, rest) ? [SERVER, CLIENT] : [SERVER]);
  return runInForeground(node, [...LEAN, join(DIST, 'cli/main.js'), ...process.argv.slice(2)], { ...LEAN_ENVIRONMENT, ...process.env });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = reportFailure(error);
}
