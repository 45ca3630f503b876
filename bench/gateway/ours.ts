import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER } from '../../cli/launcher/build.mjs';
import { nodeFlags } from '../../cli/launcher/node-flags.mjs';
import { ensureBuilt } from '../../cli/launcher/prepare.mjs';
import type { Contestant } from './contestants.ts';
import { OPERATIONS } from './operations.ts';

const LOCAL_PROGRAM = fileURLToPath(new URL('local.child.ts', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Every setting that costs something; shape limits, masking and metrics are on without being asked for. */
const FEATURES = {
  demand: { mode: 'enforce', maximum: 1_000_000 },
  persisted: { mode: 'report', manifest: 'manifest.json' },
  introspection: true,
  log: { level: 'silent' },
};

/** One of ours, with the settings that differ from all features on. @param start its program and arguments, given a configuration */
function ours(
  name: string,
  title: string,
  settings: Readonly<Record<string, unknown>>,
  start: (supergraph: string, config: string, port: number) => string[],
): Contestant {
  return {
    name,
    title,
    command(supergraph, port) {
      const folder = dirname(supergraph);
      const config = join(folder, `${name}.yaml`);
      writeFileSync(join(folder, FEATURES.persisted.manifest), JSON.stringify(manifest()));
      // JSON is YAML, too.
      writeFileSync(config, JSON.stringify({ ...FEATURES, ...settings }));
      return { args: [...nodeFlags('gateway'), ...start(supergraph, config, port)] };
    },
  };
}

/** As it is shipped. */
function alone(supergraph: string, config: string, port: number): string[] {
  return [PROGRAM, 'gateway', '--supergraph', supergraph, '--config', config, '--host', '127.0.0.1', '--port', String(port)];
}

function manifest(): Record<string, string> {
  return Object.fromEntries(OPERATIONS.map(({ query }) => [createHash('sha256').update(query).digest('hex'), query]));
}

/** Brings dist/ up to date: ours is measured as it is shipped. */
export function buildOurs(): Promise<void> {
  return ensureBuilt(process.execPath, [SERVER]);
}

/** `autonomos gateway`, with everything on. */
export const OURS = ours('ours', 'Ours', {}, alone);

/** The same door with the four subgraphs in its own process. */
export const LOCAL = ours('local', 'Ours, subgraphs in process', {}, (supergraph, config, port) => [
  LOCAL_PROGRAM,
  supergraph,
  config,
  String(port),
]);

/** Ours with one feature less each, or with one more that is off as it comes. */
export const VARIANTS: readonly Contestant[] = [
  ours('no-demand', 'without demand control', { demand: { mode: 'off' } }, alone),
  ours('no-persisted', 'without the manifest of documents', { persisted: { mode: 'off' } }, alone),
  ours('traced', 'with 1 % of the requests traced', { tracing: { endpoint: 'http://127.0.0.1:9', ratio: 0.01 } }, alone),
];
