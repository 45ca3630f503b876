import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DoorReply } from '../../kernel/door/agent-door.ts';
import type { System } from '../../kernel/system.ts';
import type { SourceOwner } from '../kit/health.ts';
import { discoveredErrors } from './discovered.errors.ts';

const PAGE = 200;

/** Applications that are part of the graph, as everybody may ask for them. */
const APPLICATIONS = `query DiscoveredApplications($first: Int!, $after: String) {
  assets(filter: { kind: APPLICATION }, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id key keyKind class activity governed external firstSeenAt lastSeenAt
      owner { displayName }
      reasons { code }
      scores { risk { value } cost { value } criticality { value } }
      profile { label vendor likelyOwner departments regions environments spend { amount currency } activeUsers reads isNew }
    }
  }
}`;

const score = z.object({ value: z.number() });
const applicationSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  keyKind: z.string(),
  class: z.string(),
  activity: z.string(),
  governed: z.boolean(),
  external: z.boolean(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  owner: z.object({ displayName: z.string() }).nullable(),
  reasons: z.array(z.object({ code: z.string() })),
  scores: z.object({ risk: score, cost: score, criticality: score }).nullable(),
  profile: z.object({
    label: z.string(),
    vendor: z.string().nullable(),
    likelyOwner: z.string().nullable(),
    departments: z.array(z.string()),
    regions: z.array(z.string()),
    environments: z.array(z.string()),
    spend: z.array(z.object({ amount: z.number(), currency: z.string().nullable() })),
    activeUsers: z.number(),
    reads: z.array(z.string()),
    isNew: z.boolean().nullable(),
  }),
});
export type Application = z.infer<typeof applicationSchema>;

const replySchema = z.object({
  assets: z.object({
    totalCount: z.int().nonnegative(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(applicationSchema),
  }),
});

export interface ApplicationPage {
  applications: readonly Application[];
  /** How many there are in all. */
  count: number;
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/**
 * Asks the graph for a page of what scans found, through the door and with no more rights than that takes. Whoever asks is nobody's agent: the connection,
 * or the tenant while there is none yet.
 * @throws DOOR_CLOSED, DOOR_ANSWERS_OTHERWISE, DISCOVERED_NOT_ANSWERED
 */
export async function applicationsAfter(
  { door }: Pick<System, 'door'>,
  { tenantId, connectionId }: SourceOwner,
  after: string | null,
  signal: AbortSignal,
): Promise<ApplicationPage> {
  const asker = { tenantId, agentId: connectionId ?? tenantId, runId: randomUUID(), scopes: ['assets.read'] };
  const variables = { first: PAGE, after };
  const { assets } = told(await door.call(asker, { document: APPLICATIONS, variables, idempotencyKey: null, signal }));
  const { hasNextPage, endCursor } = assets.pageInfo;
  return { applications: assets.nodes, count: assets.totalCount, next: hasNextPage ? endCursor : null };
}

function told({ data, errors }: DoorReply): z.infer<typeof replySchema> {
  const [first] = errors;
  if (data === null || first !== undefined)
    throw discoveredErrors.DISCOVERED_NOT_ANSWERED({ why: first?.message ?? 'there was no answer.' });
  return replySchema.parse(data);
}
