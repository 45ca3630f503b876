import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { DemoGraph } from './graph.ts';

/** Pauses between looks: several systems are followed at once, and what takes long is not asked about every moment. */
const FIRST_LOOK_MS = 300;
const MAX_LOOK_MS = 2_000;
const LOOKS_GROW_BY = 1.1;
/** The work goes on in the server after that; the next start looks again. */
const PATIENCE_MS = 15 * 60_000;
/** Syncs and publications that are tried again. */
const MAX_TRIES = 3;

const stateReply = z.object({
  connection: z.object({
    latestSync: z.object({ status: z.string(), run: z.object({ status: z.string() }) }).nullable(),
    mappingProposal: z
      .object({ id: z.string(), status: z.string(), tables: z.array(z.object({ id: z.string(), object: z.object({ path: z.string() }) })) })
      .nullable(),
  }),
});
type State = z.infer<typeof stateReply>['connection'];

const STATE = `query DemoState($id: ID!) { connection(id: $id) {
  latestSync { status run { status } } mappingProposal { id status tables { id object { path } } } } }`;
const SYNC = 'mutation DemoSync($id: ID!) { syncConnection(id: $id) { sync { id } } }';
const ACCEPT = `mutation DemoAccept($input: AcceptMappingInput!) { acceptMapping(input: $input) {
  __typename ... on InputRefused { problems { message } } } }`;

type Move = 'WAIT' | 'DONE' | 'SYNC' | 'ACCEPT';

/** What the owner does next: reads again what failed, accepts what is proposed once everything is there, and is done when it can be asked about. */
function nextMove({ latestSync, mappingProposal: proposal }: State): Move {
  const failed = ['FAILED', 'CANCELLED'];
  if (latestSync === null || failed.includes(latestSync.status)) return 'SYNC';
  if (latestSync.status !== 'SUCCEEDED' || proposal === null) return 'WAIT';
  if (proposal.status === 'PROPOSED' || proposal.status === 'FAILED') return 'ACCEPT';
  if (proposal.status !== 'PUBLISHED') return 'WAIT';
  if (failed.includes(latestSync.run.status)) return 'SYNC';
  return latestSync.run.status === 'SUCCEEDED' ? 'DONE' : 'WAIT';
}

/**
 * Resolves when what the connection holds is unified and can be asked about; goes on from whatever state it is in, and tries again what failed.
 * @param entities what tables shall become, by the path of their object, where it is not what is proposed
 */
export async function followConnection(
  graph: DemoGraph,
  id: string,
  entities: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let tries = 0;
  for (let pauseMs = FIRST_LOOK_MS; Date.now() < deadline; pauseMs = Math.min(MAX_LOOK_MS, pauseMs * LOOKS_GROW_BY)) {
    await wait(pauseMs, undefined, { signal });
    const { connection } = await graph(STATE, { id }, stateReply);
    const move = nextMove(connection);
    if (move === 'DONE') return;
    const again = move === 'SYNC' || (move === 'ACCEPT' && connection.mappingProposal?.status === 'FAILED');
    if (again && ++tries > MAX_TRIES) throw new Error('a system of the demo company could not be read');
    if (move === 'SYNC') await graph(SYNC, { id }, z.unknown());
    if (move === 'ACCEPT') await graph(ACCEPT, { input: acceptance(connection, entities) }, z.unknown());
  }
  throw new Error('a system of the demo company takes too long');
}

function acceptance({ mappingProposal }: State, entities: Readonly<Record<string, string>>): object {
  const changes = mappingProposal?.tables.flatMap(({ id: tableId, object }) => {
    const entityName = entities[object.path];
    return entityName === undefined ? [] : [{ tableId, entityName }];
  });
  return { proposalId: mappingProposal?.id, changes };
}
