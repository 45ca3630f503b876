import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';

/** The shares of syncs and of requests to vendors that should succeed within a day. */
export const SYNC_TARGET = 0.95;
export const REQUEST_TARGET = 0.99;
const DAY_MS = 24 * 60 * 60_000;
/** Fewer attempts say nothing about a share. */
const TELLING_SYNCS = 20;
const TELLING_REQUESTS = 200;

/** What was tried in the last day, and how much of it failed. */
export interface Attempts {
  syncs: number;
  failedSyncs: number;
  requests: number;
  failedRequests: number;
}

const attemptsSchema = z.object({
  syncs: z.coerce.number(),
  failedSyncs: z.coerce.number(),
  requests: z.coerce.number(),
  failedRequests: z.coerce.number(),
});

/** The last day of one connection, or (null) of all of them. Syncs that somebody cancelled do not count. */
export async function attemptsOf(unit: UnitOfWork, connectionId: string | null, now: Date): Promise<Attempts> {
  const since = new Date(now.getTime() - DAY_MS);
  const mine = connectionId === null ? sql`` : sql`and connection_id = ${connectionId}::uuid`;
  const { rows } = await sql`
    select syncs.*, traffic.* from (
      select count(*) as syncs, count(*) filter (where status = 'FAILED') as "failedSyncs"
      from sync_run where tenant_id = ${unit.tenantId} and status in ('SUCCEEDED', 'FAILED') and finished_at > ${since} ${mine}
    ) as syncs, (
      select coalesce(sum(requests), 0) as requests, coalesce(sum(failures), 0) as "failedRequests"
      from vendor_traffic where tenant_id = ${unit.tenantId} and hour > ${since} ${mine}
    ) as traffic`.execute(unit.sql);
  return attemptsSchema.parse(rows[0]);
}

/** 0…1 of what may fail that has not failed yet; the worse of syncs and requests. 1 when nothing was tried. */
export function budgetLeft({ syncs, failedSyncs, requests, failedRequests }: Attempts): number {
  return Math.min(left(failedSyncs, syncs, SYNC_TARGET), left(failedRequests, requests, REQUEST_TARGET));
}

/** The same, but 1 where too little was tried for a verdict. */
export function tellingBudgetLeft(attempts: Attempts): number {
  const { syncs, requests } = attempts;
  return budgetLeft({
    ...attempts,
    ...(syncs < TELLING_SYNCS ? { syncs: 0, failedSyncs: 0 } : {}),
    ...(requests < TELLING_REQUESTS ? { requests: 0, failedRequests: 0 } : {}),
  });
}

function left(failures: number, tries: number, target: number): number {
  return tries === 0 ? 1 : Math.max(0, 1 - failures / tries / (1 - target));
}
