import { z } from 'zod';
import type { Look } from '../reading/look.ts';

/** Connections that a tenant has at most, as far as pilots look. */
const MAX_CONNECTIONS = 100;

const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  status: z.string(),
  statusReason: z.string().nullable(),
  createdBy: z.object({ id: z.string() }).nullable(),
  health: z.object({
    status: z.string(),
    freshnessSeconds: z.number().nullable(),
    expectedEverySeconds: z.number().nullable(),
    consecutiveFailures: z.number(),
    reasons: z.array(z.object({ code: z.string(), message: z.string(), todo: z.string() })),
  }),
  mappingProposal: z.object({ id: z.string(), status: z.string(), createdAt: z.string() }).nullable(),
});
export type ConnectionSeen = z.infer<typeof connectionSchema>;
const replySchema = z.object({
  connections: z.object({ nodes: z.array(connectionSchema), pageInfo: z.object({ hasNextPage: z.boolean() }) }),
});

const DOCUMENT = `query ($first: Int!) { connections(first: $first) { pageInfo { hasNextPage } nodes {
  id name createdAt status statusReason createdBy { id }
  health { status freshnessSeconds expectedEverySeconds consecutiveFailures reasons { code message todo } }
  mappingProposal { id status createdAt } } } }`;

/** The tenant's connections, with how they are. */
export async function connectionsSeen(look: Look): Promise<{ connections: ConnectionSeen[]; complete: boolean }> {
  const { nodes, pageInfo } = replySchema.parse(await look.ask(DOCUMENT, { first: MAX_CONNECTIONS })).connections;
  return { connections: nodes, complete: !pageInfo.hasNextPage };
}

/** What is missing where nothing is connected. */
export const NO_CONNECTION = { what: 'A connected source', todo: 'Connect a source on the Connect page.' };
