import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { GraphClient } from './client.ts';
import { describeRefusal, refusal } from './problems.ts';

const syncSchema = z.object({
  id: z.string(),
  status: z.enum(['RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
  phase: z.enum(['DISCOVERING', 'LANDING', 'FINISHED']),
  recordsLanded: z.number(),
  recordsUnchanged: z.number(),
  recordsRemoved: z.number(),
  recordsQuarantined: z.number(),
  progress: z.number(),
  problem: z.object({ code: z.string(), message: z.string(), todo: z.string() }).nullable(),
});

export type SyncRun = z.infer<typeof syncSchema>;

const SYNC_FIELDS =
  'id status phase recordsLanded recordsUnchanged recordsRemoved recordsQuarantined progress problem { code message todo }';

const startedSchema = z.discriminatedUnion('__typename', [
  z.object({ __typename: z.literal('ConnectionStarted'), connection: z.object({ id: z.string(), name: z.string() }), sync: syncSchema }),
  refusal,
]);
const STARTED_FIELDS = `__typename
      ... on ConnectionStarted { connection { id name } sync { ${SYNC_FIELDS} } }
      ... on InputRefused { problems { code field message todo } }`;

export interface StartedConnection {
  id: string;
  name: string;
  sync: SyncRun;
}

/**
 * Connects a folder on the server's machine and starts its first synchronisation.
 * @param folder absolute
 * @throws Failure FAILED when the server refuses the folder
 */
export async function connectFolder(client: GraphClient, folder: string, name: string | null): Promise<StartedConnection> {
  const query = `mutation ConnectFiles($input: ConnectFilesInput!) { connectFiles(input: $input) { ${STARTED_FIELDS} } }`;
  const reply = await client.request(query, { input: { folder, name } }, z.object({ connectFiles: startedSchema }));
  return startedOrRefused(reply.connectFiles);
}

/**
 * Connects a PostgreSQL database and starts its first synchronisation.
 * @param url with user and password
 * @throws Failure FAILED when the server or the database refuses; the password is in no message
 */
export async function connectDatabase(
  client: GraphClient,
  input: { url: string; name: string | null; schemas: string[] | null },
): Promise<StartedConnection> {
  const query = `mutation ConnectPostgres($input: ConnectPostgresInput!) { connectPostgres(input: $input) { ${STARTED_FIELDS} } }`;
  const reply = await client.request(query, { input }, z.object({ connectPostgres: startedSchema }));
  return startedOrRefused(reply.connectPostgres);
}

function startedOrRefused(result: z.infer<typeof startedSchema>): StartedConnection {
  if (result.__typename === 'InputRefused') throw new Failure(EXIT.FAILED, describeRefusal(result));
  return { ...result.connection, sync: result.sync };
}

const knownReply = z.object({
  connections: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), location: z.string() })) }),
});

/** The connection that reads this source already, the latest one first; null when there is none. */
export async function connectionAt(
  client: GraphClient,
  kind: 'FILES' | 'POSTGRES',
  location: string,
): Promise<{ id: string; name: string } | null> {
  const query = 'query KnownConnections { connections(first: 100) { nodes { id name kind location } } }';
  const { connections } = await client.request(query, {}, knownReply);
  return connections.nodes.find((node) => node.kind === kind && node.location === location) ?? null;
}

const syncReply = z.object({ syncConnection: z.object({ sync: syncSchema }) });

/** Reads a connection's source again. */
export async function startSync(client: GraphClient, connectionId: string): Promise<SyncRun> {
  const query = `mutation SyncConnection($id: ID!) { syncConnection(id: $id) { sync { ${SYNC_FIELDS} } } }`;
  return (await client.request(query, { id: connectionId }, syncReply)).syncConnection.sync;
}

/** The present state of one synchronisation. */
export async function syncRun(client: GraphClient, id: string): Promise<SyncRun> {
  const query = `query SyncRun($id: ID!) { syncRun(id: $id) { ${SYNC_FIELDS} } }`;
  const { syncRun: run } = await client.request(query, { id }, z.object({ syncRun: syncSchema.nullable() }));
  if (run === null) throw new Failure(EXIT.FAILED, `the synchronisation ${id} is gone: was its connection removed meanwhile?`);
  return run;
}

const objectsReply = z.object({
  connection: z
    .object({
      objects: z.object({
        nodes: z.array(
          z.object({
            name: z.string(),
            path: z.string(),
            status: z.enum(['READY', 'SKIPPED']),
            statusReason: z.string().nullable(),
            rowCount: z.number(),
            quarantinedCount: z.number(),
            quarantined: z.object({ nodes: z.array(z.object({ line: z.number(), code: z.string(), reason: z.string() })) }),
          }),
        ),
      }),
    })
    .nullable(),
});

export type SourceObject = NonNullable<z.infer<typeof objectsReply>['connection']>['objects']['nodes'][number];

/** What was found at the source, with the first rows that were set aside of each table. */
export async function sourceObjects(client: GraphClient, connectionId: string): Promise<SourceObject[]> {
  const query = `query SourceObjects($id: ID!) {
    connection(id: $id) {
      objects(first: 100) { nodes { name path status statusReason rowCount quarantinedCount quarantined(first: 5) { nodes { line code reason } } } }
    }
  }`;
  const { connection } = await client.request(query, { id: connectionId }, objectsReply);
  return connection?.objects.nodes ?? [];
}
