import { z } from 'zod';
import { EXIT } from '../../cli/exit-codes.mjs';
import { Failure } from '../../cli/failure.mjs';
import type { GraphClient } from '../../cli/graph/client.ts';
import type { Row } from './source-files.ts';

const PAGE = 500;

const connectionsReply = z.object({ connections: z.object({ nodes: z.array(z.object({ id: z.string(), location: z.string() })) }) });

/** Id of the connection that reads this folder; null when there is none. */
export async function connectionOf(client: GraphClient, folder: string): Promise<string | null> {
  const query = 'query Known { connections(first: 500) { nodes { id location } } }';
  const { connections } = await client.request(query, {}, connectionsReply);
  return connections.nodes.find(({ location }) => location === folder)?.id ?? null;
}

const stateReply = z.object({
  connection: z
    .object({
      latestSync: z.object({ id: z.string() }).nullable(),
      mappingProposal: z.object({ id: z.string(), status: z.string() }).nullable(),
    })
    .nullable(),
});
type ConnectionState = NonNullable<z.infer<typeof stateReply>['connection']>;

/** A connection's latest sync and mapping. */
export async function connectionState(client: GraphClient, id: string): Promise<ConnectionState> {
  const query = 'query State($id: ID!) { connection(id: $id) { latestSync { id } mappingProposal { id status } } }';
  const { connection } = await client.request(query, { id }, stateReply);
  if (connection === null) throw new Error(`the connection ${id} is gone`);
  return connection;
}

const runReply = z.object({ run: z.object({ status: z.string(), problem: z.string().nullable() }).nullable() });

/** How a run stands; null while there is none. */
export async function runState(client: GraphClient, id: string): Promise<{ status: string; problem: string | null } | null> {
  return (await client.request('query RunState($id: ID!) { run(id: $id) { status problem } }', { id }, runReply)).run;
}

const runEvent = z.object({ cursor: z.string(), kind: z.string() });
export type RunEvent = z.infer<typeof runEvent>;
const runEventsReply = z.object({ runEvents: runEvent });
const historyReply = z.object({
  run: z.object({
    events: z.object({ nodes: z.array(runEvent), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }),
  }),
});

/** What the graph says happened to a run, from its start. */
export async function runHistory(client: GraphClient, id: string): Promise<RunEvent[]> {
  const query = `query History($id: ID!, $first: Int!, $after: String) { run(id: $id) {
    events(first: $first, after: $after) { nodes { cursor kind } pageInfo { hasNextPage endCursor } } } }`;
  const all: RunEvent[] = [];
  for (let after: string | null = null; ;) {
    const { run }: z.infer<typeof historyReply> = await client.request(query, { id, first: PAGE, after }, historyReply);
    all.push(...run.events.nodes);
    if (!run.events.pageInfo.hasNextPage) return all;
    after = run.events.pageInfo.endCursor;
  }
}

export const RUN_EVENTS = `subscription Watch($id: ID!, $after: String, $fromStart: Boolean!) {
  runEvents(runId: $id, after: $after, fromStart: $fromStart) { cursor kind } }`;

/** One event of the subscription above. */
export function parseRunEvent(data: unknown): RunEvent {
  return runEventsReply.parse(data).runEvents;
}

const mappingReply = z.object({
  connection: z.object({
    mappingProposal: z.object({
      tables: z.array(
        z.object({
          object: z.object({ name: z.string() }),
          entityName: z.string(),
          fields: z.array(z.object({ column: z.string(), attribute: z.string() })),
        }),
      ),
    }),
  }),
});
export type TableMapping = z.infer<typeof mappingReply>['connection']['mappingProposal']['tables'][number];

/** What each table of the connection became. */
export async function mappingOf(client: GraphClient, connectionId: string): Promise<TableMapping[]> {
  const query = `query Mapping($id: ID!) { connection(id: $id) { mappingProposal { tables {
    object { name } entityName fields { column attribute } } } } }`;
  return (await client.request(query, { id: connectionId }, mappingReply)).connection.mappingProposal.tables;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const recordsReply = z.object({
  entityType: z
    .object({
      records: z.object({
        nodes: z.array(z.object({ id: z.string(), values: z.record(z.string(), value) })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    })
    .nullable(),
});

/** Every unified record of an entity type. */
export async function* recordsOf(client: GraphClient, entity: string): AsyncIterable<Row> {
  const query = `query Records($name: String!, $first: Int!, $after: String) { entityType(name: $name) {
    records(first: $first, after: $after) { nodes { id values } pageInfo { hasNextPage endCursor } } } }`;
  for (let after: string | null = null; ;) {
    const reply: z.infer<typeof recordsReply> = await client.request(query, { name: entity, first: PAGE, after }, recordsReply);
    if (reply.entityType === null) return;
    for (const { values } of reply.entityType.records.nodes) yield values;
    const { hasNextPage, endCursor } = reply.entityType.records.pageInfo;
    if (!hasNextPage) return;
    after = endCursor;
  }
}

/** Whether the server was only away, as it is while it is being killed and started. */
export function isAway(error: unknown): boolean {
  return error instanceof Failure && error.exitCode === EXIT.UNREACHABLE;
}
