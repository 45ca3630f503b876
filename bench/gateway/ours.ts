import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER } from '../../cli/launcher/build.mjs';
import { ensureBuilt } from '../../cli/launcher/prepare.mjs';
import type { Contestant } from './contestants.ts';
import { OPERATIONS } from './operations.ts';
import { SUBGRAPHS } from './subgraphs/all.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PROGRAM = here('../../dist/cli/main.js');

/** Every setting that costs something; shape limits, masking and metrics are on without being asked for. */
const FEATURES = {
  demand: { mode: 'enforce', maximum: 1_000_000 },
  persisted: { mode: 'report', manifest: 'manifest.json' },
  introspection: true,
  log: { level: 'silent' },
};

/** How one of ours differs from what is shipped. */
interface Difference {
  settings?: Readonly<Record<string, unknown>>;
  /** A script instead of `autonomos gateway`. */
  script?: string;
}

function ours(name: string, title: string, { settings = {}, script }: Difference): Contestant {
  return {
    name,
    title,
    command(supergraph, port) {
      const folder = dirname(supergraph);
      const config = join(folder, `${name}.yaml`);
      writeFileSync(join(folder, FEATURES.persisted.manifest), JSON.stringify(manifest()));
      // JSON is YAML, too.
      writeFileSync(config, JSON.stringify({ ...FEATURES, ...settings }));
      if (script !== undefined) return { args: [here(script), supergraph, config, String(port)] };
      const options = { supergraph, config, host: '127.0.0.1', port: String(port) };
      return { args: [PROGRAM, 'gateway', ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])] };
    },
  };
}

function manifest(): Record<string, string> {
  return Object.fromEntries(OPERATIONS.map(({ query }) => [createHash('sha256').update(query).digest('hex'), query]));
}

/** Brings dist/ up to date: ours is measured as it is shipped. */
export function buildOurs(): Promise<void> {
  return ensureBuilt(process.execPath, [SERVER]);
}

/** `autonomos gateway`, with everything on. */
export const OURS = ours('ours', 'Ours', {});

/** The same door with the four subgraphs in its own process. */
export const LOCAL = ours('local', 'Ours, subgraphs in process', { script: 'local.child.ts' });

const UNJOINED = Object.fromEntries(SUBGRAPHS.map(({ name }) => [name, { joinQueries: false }]));

/** Ours with one thing less each, or with one more that is off as it comes. */
export const VARIANTS: readonly Contestant[] = [
  ours('no-demand', 'without demand control', { settings: { demand: { mode: 'off' } } }),
  ours('no-persisted', 'without a manifest of documents', { settings: { persisted: { mode: 'off' } } }),
  ours('traced', 'with 1 % of the requests traced', { settings: { tracing: { endpoint: 'http://127.0.0.1:9', ratio: 0.01 } } }),
  ours('no-join', 'without joining equal queries to subgraphs', { settings: { subgraphs: UNJOINED } }),
  ours('no-door', 'the engine alone, with no door at all', { script: 'engine.child.ts' }),
];
