import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { DemoGraph } from './graph.ts';

const LOOK_MS = 300;
/** The work goes on in the server after that; the next start looks again. */
const PATIENCE_MS = 15 * 60_000;
/** Syncs and publications that are tried again. */
const MAX_TRIES = 3;

const stateReply = z.object({
  connection: z.object({
    latestSync: z.object({ status: z.string() }).nullable(),
    mappingProposal: z
      .object({ id: z.string(), status: z.string(), tables: z.array(z.object({ id: z.string(), object: z.object({ path: z.string() }) })) })
      .nullable(),
  }),
});
const STATE =
  'query DemoState($id: ID!) { connection(id: $id) { latestSync { status } mappingProposal { id status tables { id object { path } } } } }';
const SYNC = 'mutation DemoSync($id: ID!) { syncConnection(id: $id) { sync { id } } }';
const ACCEPT =
  'mutation DemoAccept($input: AcceptMappingInput!) { acceptMapping(input: $input) { __typename ... on InputRefused { problems { message } } } }';

/**
 * Resolves when the connection's mapping is published; accepts it when it is proposed, and tries again what failed.
 * @param entities what tables shall become, by the path of their object, where it is not what is proposed
 */
export async function followConnection(
  graph: DemoGraph,
  id: string,
  entities: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let tries = 0; Date.now() < deadline; await wait(LOOK_MS, undefined, { signal })) {
    const { connection } = await graph(STATE, { id }, stateReply);
    const { latestSync, mappingProposal: proposal } = connection;
    if (proposal?.status === 'PUBLISHED') return;
    const failed = proposal === null ? latestSync?.status === 'FAILED' || latestSync?.status === 'CANCELLED' : proposal.status === 'FAILED';
    if (failed && ++tries > MAX_TRIES) throw new Error('a system of the demo company could not be read');
    if (proposal === null && failed) await graph(SYNC, { id }, z.unknown());
    if (proposal === null || (!failed && proposal.status !== 'PROPOSED')) continue;
    const changes = proposal.tables.flatMap(({ id: tableId, object }) => {
      const entityName = entities[object.path];
      return entityName === undefined ? [] : [{ tableId, entityName }];
    });
    await graph(ACCEPT, { input: { proposalId: proposal.id, changes } }, z.unknown());
  }
  throw new Error('a system of the demo company takes too long');
}
