import 'reflect-metadata';
import { globSync } from 'node:fs';
import { printSchema } from 'graphql';
import { describeSubgraphs } from '../embedded/describe-system.ts';
import { PARTNER_CONTRACT } from '../embedded/partner-contract.ts';
import { loadSupergraph } from '../gateway/engine/supergraph.ts';
import { compose } from '../schema/print/compose.ts';
import { printPermissions } from '../schema/print/permissions.ts';
import type { PrintedFile } from '../schema/print/printed-files.ts';
import { sortDocument } from '../schema/print/sort-document.ts';
import { undescribed } from '../schema/print/undescribed.ts';
import { packageFolder } from '../subgraphs/kernel/config/package-folder.ts';
import { listActions, mergeActions } from '../subgraphs/kernel/permissions/merge-actions.ts';
import { printFiles } from './printed.ts';

/** Everything that the code says of the graph: the contracts of the subgraphs, the supergraph, what callers and partners see of it, the permissions. */
async function schemaFiles(): Promise<PrintedFile[]> {
  const subgraphs = await describeSubgraphs();
  const { api, apiSdl, supergraphSdl } = compose(subgraphs);
  const silent = undescribed(api);
  if (silent.length > 0) throw new Error(`Without a description:\n${silent.map((coordinate) => `  ${coordinate}`).join('\n')}`);
  const partner = loadSupergraph(supergraphSdl, { contract: PARTNER_CONTRACT });
  const actions = mergeActions(subgraphs.map((each) => each.actions));
  const printed: PrintedFile[] = [
    ...subgraphs.map(({ name, sdl }) => ({ path: `schema/${name}.graphql`, text: sortDocument(sdl) })),
    { path: 'schema/supergraph.graphql', text: supergraphSdl },
    { path: 'schema/api.graphql', text: apiSdl },
    { path: 'schema/partner.graphql', text: sortDocument(printSchema(partner.apiSchema)) },
    { path: 'schema/permissions.json', text: `${JSON.stringify(listActions(actions), null, 2)}\n` },
    { path: 'docs/permissions.md', text: printPermissions(actions) },
  ];
  const known = new Set(printed.map(({ path }) => path));
  const left = globSync('schema/*.graphql', { cwd: packageFolder }).filter((path) => !known.has(path));
  return [...printed, ...left.map((path) => ({ path, text: null }))];
}

await printFiles(schemaFiles, 'npm run schema');
