import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { changesSince, type Changes, type Graphs } from '../../schema/print/changes.ts';
import { compose } from '../../schema/print/compose.ts';
import { markFaults, readMarks } from '../../schema/print/marked-changes.ts';
import type { PrintedFile } from '../../schema/print/printed-files.ts';
import { packagePath } from '../../subgraphs/kernel/config/package-folder.ts';
import { productContracts } from './subgraphs-file.ts';

const RELEASED = 'schema/released';

/** The product's graph as its committed contracts make it, and how that differs from the release. */
export interface ProductGraph {
  /** What composition prints: the supergraph and the callers' schema. */
  composed: PrintedFile[];
  changes: Changes;
  /** Breaking changes that nobody has marked, and marks of none. */
  faults: string[];
  /** schema/released/ as it would be if this were released. */
  release: PrintedFile[];
}

/** Composes the committed contracts. @throws CompositionError */
export function readProductGraph(): ProductGraph {
  const contracts = productContracts();
  const { apiSdl, supergraphSdl } = compose(contracts);
  const partner = readFileSync(packagePath('schema', 'partner.graphql'), 'utf8');
  const current: Graphs = new Map([['api', apiSdl], ['partner', partner], ...contracts.map(({ name, sdl }) => [name, sdl] as const)]);
  const changes = changesSince(readReleased(), current);
  const marks = readMarks(readFileSync(packagePath('schema', 'breaking-changes.yaml'), 'utf8'));
  return {
    composed: [
      { path: 'schema/supergraph.graphql', text: supergraphSdl },
      { path: 'schema/api.graphql', text: apiSdl },
    ],
    changes,
    faults: markFaults(changes.breaking, marks),
    release: [...current].map(([name, text]) => ({ path: `${RELEASED}/${name}.graphql`, text })),
  };
}

function readReleased(): Graphs {
  const folder = packagePath(RELEASED);
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return new Map(files.map((file) => [basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')]));
}
