import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';

/** A table of a folder as discovery found it. */
export interface LandedObject {
  path: string;
  rows: number;
  fields: { name: string; type: string }[];
  /** Names of the columns that tell records apart. */
  key: string[];
}

const reply = z.object({
  connection: z.object({
    objects: z.object({
      nodes: z.array(
        z.object({
          path: z.string(),
          rowCount: z.number(),
          schema: z
            .object({
              fields: z.array(z.object({ name: z.string(), type: z.string() })),
              primaryKey: z.object({ columns: z.array(z.string()) }).nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  }),
});

/** What a connection has landed. */
export async function landedObjects(client: GraphClient, connectionId: string): Promise<LandedObject[]> {
  const query = `query Landed($id: ID!) { connection(id: $id) { objects(first: 500) { nodes { path rowCount
    schema { fields { name type } primaryKey { columns } } } } } }`;
  const { connection } = await client.request(query, { id: connectionId }, reply);
  return connection.objects.nodes.flatMap(({ path, rowCount, schema }) =>
    schema === null ? [] : [{ path, rows: rowCount, fields: schema.fields, key: schema.primaryKey?.columns ?? [] }],
  );
}
