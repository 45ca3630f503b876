import { extname } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { WorkerPool } from '../../../kernel/worker/worker-pool.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { type Candidate, type IndexedRecord, candidatesOf, indexRecords, indexing, sharedKeys } from '../store/keys.ts';
import { replaceAutoPairs } from '../store/pairs.ts';
import type { SourceRecord } from '../store/records.ts';
import { addToHistogram, lockEntity } from '../store/state.ts';
import type { Opened } from './opened.ts';
import { type Answer, type Job } from './resolution.worker.ts';
import { type ScoredPage, hashedKeys, scoreCandidates } from './score-page.ts';
import type { InTenant } from './sample.ts';

/** Others that a record is compared with, at most: those that share the rarest keys with it. */
const MOST_CANDIDATES = 20;
/** Rows one statement reads, for databases that hold a page in memory. */
const PAGE_ROWS = 1_000;

export const RESOLUTION_WORKER = new URL(`./resolution.worker${extname(import.meta.url)}`, import.meta.url);

/** Scores some records against all others on a worker thread, in three transactions; their clusters are left to be looked at. */
export async function scoreOnThread(
  inTenant: InTenant,
  workers: WorkerPool,
  tenantId: string,
  opened: Opened,
  records: readonly SourceRecord[],
): Promise<void> {
  const { handed: model, judging } = opened;
  const keys = await workers.run<Job, Answer>(RESOLUTION_WORKER, { job: 'KEYS', model, records, salt: saltOf(opened) });
  const indexed = indexedOf(records, keys as string[][]);
  // Found in a transaction of its own, when the keys are there for all: of two pages at once, one sees the other.
  await inTenant((db) => indexRecords(db, opened.entity.name, indexed));
  const { candidates, others } = await inTenant((db) => find(db, opened, records, indexed));
  const page = await workers.run<Job, Answer>(RESOLUTION_WORKER, {
    job: 'SCORE',
    model,
    records: [...records, ...others],
    candidates,
    judging,
  });
  await inTenant(async (db) => {
    await lockEntity(db, tenantId, opened.entity.name);
    await keep(db, opened, records, page as ScoredPage);
  });
}

/**
 * The same for a few records, here and in the caller's transaction; the histogram is left to passes over many.
 * @returns records whose clusters are to be looked at
 */
export async function scoreHere(db: Kysely<TenantTables>, opened: Opened, records: readonly SourceRecord[]): Promise<string[]> {
  const indexed = indexedOf(records, hashedKeys(opened.model, records, saltOf(opened)));
  const near = sql`e.id in (select other from (${sharedKeys(indexed, MOST_CANDIDATES)}) as shared)`;
  const found = await opened.reader.where(db, near, PAGE_ROWS, sql``, sql`with ${indexing(opened.entity.name, indexed)}`);
  // What comes together is indexed as the others are read: it finds itself here.
  const others = [
    ...found.filter(({ id }) => !records.some((record) => record.id === id)),
    ...records.filter(({ id }) => meets(id, indexed)),
  ];
  const candidates = records.flatMap(({ id }) => others.map(({ id: other }) => ({ id, other }))).filter(({ id, other }) => id !== other);
  const page = scoreCandidates(opened.model, [...found, ...records], candidates, opened.judging);
  return replaceAutoPairs(db, opened.entity.name, records, page.pairs, opened.pass);
}

/** Whether a record shares a key with another of these. */
function meets(id: string, indexed: readonly IndexedRecord[]): boolean {
  const keys = new Set(indexed.find((record) => record.id === id)?.keys);
  return indexed.some((record) => record.id !== id && record.keys.some((key) => keys.has(key)));
}

function indexedOf(records: readonly SourceRecord[], keys: readonly string[][]): IndexedRecord[] {
  return records.map(({ id, source }, i) => ({ id, objectId: source, keys: keys[i] ?? [] }));
}

function saltOf({ entity, pass }: Opened): string {
  return `${entity.name}|${pass}`;
}

async function find(
  db: Kysely<TenantTables>,
  opened: Opened,
  records: readonly SourceRecord[],
  indexed: readonly IndexedRecord[],
): Promise<{ candidates: Candidate[]; others: SourceRecord[] }> {
  const candidates = await candidatesOf(db, indexed, MOST_CANDIDATES);
  const own = new Set(records.map(({ id }) => id));
  const wanted = [...new Set(candidates.map(({ other }) => other))].filter((id) => !own.has(id));
  const others: SourceRecord[] = [];
  for (let i = 0; i < wanted.length; i += PAGE_ROWS) others.push(...(await opened.reader.byIds(db, wanted.slice(i, i + PAGE_ROWS))));
  return { candidates, others };
}

async function keep(db: Kysely<TenantTables>, opened: Opened, records: readonly SourceRecord[], page: ScoredPage): Promise<void> {
  await replaceAutoPairs(db, opened.entity.name, records, page.pairs, opened.pass);
  await addToHistogram(db, opened.entity.name, page.histogram);
}
