import { z } from 'zod';
import { EXIT } from '../../cli/exit-codes.mjs';
import { Failure } from '../../cli/failure.mjs';
import type { GraphClient } from '../../cli/graph/client.ts';
import type { Row } from './source-files.ts';

const PAGE = 500;

const stateReply = z.object({
  connection: z
    .object({
      latestSync: z
        .object({ id: z.string(), status: z.string(), problem: z.object({ code: z.string(), message: z.string() }).nullable() })
        .nullable(),
      mappingProposal: z.object({ id: z.string(), status: z.string() }).nullable(),
      runs: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string(), problem: z.string().nullable() })) }),
    })
    .nullable(),
});
export type ConnectionState = NonNullable<z.infer<typeof stateReply>['connection']>;

/** How a connection's latest sync, mapping and runs stand. */
export async function connectionState(client: GraphClient, id: string): Promise<ConnectionState> {
  const query = `query State($id: ID!) { connection(id: $id) {
    latestSync { id status problem { code message } } mappingProposal { id status } runs(first: 5) { nodes { id status problem } }
  } }`;
  const { connection } = await client.request(query, { id }, stateReply);
  if (connection === null) throw new Error(`the connection ${id} is gone`);
  return connection;
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
