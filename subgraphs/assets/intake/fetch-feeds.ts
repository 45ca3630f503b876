import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { System } from '../../kernel/system.ts';
import { fetchFeed, type Fetched } from './fetch-feed.ts';
import { intakeErrors } from './intake.errors.ts';
import { TelemetryArrivalRow } from './telemetry-arrival.entity.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';

const POLICY = 'query TelemetryMayBeFetched { planePolicy { directAllowed } }';
const policySchema = z.object({ planePolicy: z.object({ directAllowed: z.boolean() }) });

/** A feed that could not be fetched. */
export interface Unfetched {
  feedId: string;
  why: DomainError;
}

/**
 * Fetches what is at the addresses of these feeds, one after another, and notes what came of each. One that fails keeps what came before.
 * @returns those that failed
 */
export async function fetchFeeds(system: System, feeds: readonly TelemetryFeedRow[], signal: AbortSignal): Promise<Unfetched[]> {
  const unfetched: Unfetched[] = [];
  for (const feed of feeds) {
    const came = await attempt(system, feed, signal);
    if (came instanceof DomainError) unfetched.push({ feedId: feed.id, why: came });
    await note(system, feed, came);
  }
  return unfetched;
}

async function attempt(system: System, feed: TelemetryFeedRow, signal: AbortSignal): Promise<Fetched | DomainError> {
  try {
    await assertDirect(system, feed, signal);
    return await fetchFeed(system, feed, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The company's policy about fabric planes holds for feeds as for everything else that calls out. @throws FEED_DIRECT_NOT_ALLOWED, and what the door does */
async function assertDirect({ door }: Pick<System, 'door'>, { tenantId, id }: TelemetryFeedRow, signal: AbortSignal): Promise<void> {
  const asker = { tenantId, agentId: id, runId: randomUUID(), scopes: ['planes.read'] };
  const { data, errors } = await door.call(asker, { document: POLICY, variables: {}, idempotencyKey: null, signal });
  const policy = policySchema.safeParse(data);
  if (!policy.success) throw intakeErrors.FEED_NOT_ANSWERED({ host: 'The graph', why: errors[0]?.code ?? 'there was no answer' });
  if (!policy.data.planePolicy.directAllowed) throw intakeErrors.FEED_DIRECT_NOT_ALLOWED({});
}

async function note({ database, clock }: System, { tenantId, id: feedId }: TelemetryFeedRow, came: Fetched | DomainError): Promise<void> {
  const now = clock();
  const outcome =
    came instanceof DomainError
      ? { triedAt: now, problem: storedProblem(came) }
      : { triedAt: now, arrivedAt: now, files: came.files, bytes: came.bytes, problem: null };
  await database.unitOfWork(tenantId, async ({ em }) => {
    const known = await em.findOne(TelemetryArrivalRow, { tenantId, feedId });
    if (known !== null) Object.assign(known, outcome);
    else em.create(TelemetryArrivalRow, { tenantId, feedId, arrivedAt: null, files: 0, bytes: 0, ...outcome });
  });
}

/** A failure as it is kept. */
export const storedProblem = ({ code, message, extensions }: DomainError): StoredProblem => ({ code, message, todo: extensions.todo });
