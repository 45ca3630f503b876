import { z } from 'zod';
import type { GraphClient } from './client.ts';

const MAX_CONNECTIONS = 50;

const reply = z.object({
  connections: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        location: z.string(),
        status: z.string(),
        statusReason: z.string().nullable(),
        objects: z.object({ totalCount: z.number(), nodes: z.array(z.object({ rowCount: z.number(), quarantinedCount: z.number() })) }),
        latestSync: z.object({ finishedAt: z.string().nullable() }).nullable(),
        mappingProposal: z.object({ status: z.string() }).nullable(),
      }),
    ),
  }),
});

export interface ConnectionStatus {
  id: string;
  name: string;
  kind: string;
  location: string;
  status: string;
  reason: string | null;
  tables: number;
  rows: number;
  quarantined: number;
  mapping: string | null;
  lastSync: string | null;
}

const QUERY = `query Status($first: Int!) {
  connections(first: $first) {
    totalCount
    nodes {
      id name kind location status statusReason
      objects(first: 100) { totalCount nodes { rowCount quarantinedCount } }
      latestSync { finishedAt }
      mappingProposal { status }
    }
  }
}`;

/** The tenant's connections with their sizes; rows are counted over each one's first 100 objects. */
export async function connectionStatuses(client: GraphClient): Promise<ConnectionStatus[]> {
  const { connections } = await client.request(QUERY, { first: MAX_CONNECTIONS }, reply);
  return connections.nodes.map((node) => ({
    id: node.id,
    name: node.name,
    kind: node.kind,
    location: node.location,
    status: node.status,
    reason: node.statusReason,
    tables: node.objects.totalCount,
    rows: node.objects.nodes.reduce((sum, object) => sum + object.rowCount, 0),
    quarantined: node.objects.nodes.reduce((sum, object) => sum + object.quarantinedCount, 0),
    mapping: node.mappingProposal?.status ?? null,
    lastSync: node.latestSync?.finishedAt ?? null,
  }));
}
