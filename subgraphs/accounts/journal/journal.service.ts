import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { CHAINS, type ChainName } from '../../kernel/journal/chains.ts';
import { verifyChain, type Verification } from '../../kernel/journal/verify.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { auditConditions, journalConditions } from './entry-filters.ts';
import { readAuditEntry, readJournalEntry } from './entry-rows.ts';
import type { AuditFilter, JournalFilter, KnownHeadInput } from './journal.input.ts';
import type { AuditEntry, JournalChain, JournalEntry } from './journal.type.ts';

/** So many are counted; a journal may hold millions. */
const MAX_COUNTED = 10_000;
/** Changes, or requests, that are told of one entry. */
const MAX_RELATED = 20;
const HASH = /^[\da-f]{64}$/;
const originsSchema = z.tuple([z.string().nullable(), z.string().nullable()]);
const countSchema = z.tuple([z.object({ n: z.coerce.number() })]);

type Condition = RawBuilder<unknown>;

/** Where an entry came from, as one key. */
export function originOf({ requestId, traceId }: Pick<JournalEntry, 'requestId' | 'traceId'>): string {
  return JSON.stringify([requestId, traceId]);
}

/** Reads the journal of requests and the trail of changes, newest first, and verifies them. Nothing here writes. */
export class JournalService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  requests(viewer: UserViewer, filter: JournalFilter, page: Page): Promise<ConnectionOf<JournalEntry>> {
    return this.#page(viewer, 'REQUESTS', journalConditions(filter), page, readJournalEntry);
  }

  changes(viewer: UserViewer, filter: AuditFilter, page: Page): Promise<ConnectionOf<AuditEntry>> {
    return this.#page(viewer, 'CHANGES', auditConditions(filter), page, readAuditEntry);
  }

  /** What came of each of these requests, also in the background, oldest first. @param origins as `originOf` writes them */
  async changesOf(viewer: UserViewer, origins: readonly string[]): Promise<AuditEntry[][]> {
    const rows = await this.#sameOrigin(viewer, 'CHANGES', origins);
    return rows.map((entries) => entries.map(readAuditEntry));
  }

  /** The requests that each of these changes came of. @param origins as `originOf` writes them */
  async requestsOf(viewer: UserViewer, origins: readonly string[]): Promise<JournalEntry[][]> {
    const rows = await this.#sameOrigin(viewer, 'REQUESTS', origins);
    return rows.map((entries) => entries.map(readJournalEntry));
  }

  /** One step along a chain. @throws INVALID_INPUT */
  verify({ tenantId }: UserViewer, chain: JournalChain, after: number, known: KnownHeadInput | null): Promise<Verification> {
    if (after < 0) throw commonErrors.INVALID_INPUT({ reason: '`after` is where a step ended: 0 or more.' });
    if (known !== null && (known.sequence < 1 || !HASH.test(known.hash)))
      throw commonErrors.INVALID_INPUT({ reason: '`known` is an end of a chain: its place, and its hash of 64 hexadecimal digits.' });
    const { database, journalKey } = this.#system;
    return verifyChain(database, journalKey, { name: chain, tenantId, after, known });
  }

  /** Entries before one, newest first, for what is exported page by page. */
  before(
    { tenantId }: UserViewer,
    chain: ChainName,
    where: readonly Condition[],
    { before, limit }: { before: number | null; limit: number },
  ) {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const all = [sql`tenant_id = ${tenantId}::uuid`, ...where, ...(before === null ? [] : [sql`sequence < ${before}`])];
      const { rows } = await sql`select * from ${sql.id(CHAINS[chain].table)} where ${sql.join(all, sql` and `)}
        order by sequence desc limit ${sql.lit(limit)}`.execute(unit.sql);
      return rows;
    });
  }

  /** Entries that have the request id or the trace id of each of these origins. */
  async #sameOrigin({ tenantId }: UserViewer, chain: ChainName, origins: readonly string[]): Promise<unknown[][]> {
    const wanted = origins.map((text) => originsSchema.parse(JSON.parse(text)));
    const table = sql.id(CHAINS[chain].table);
    const rows = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { rows: found } = await sql`
        select entry.*, wanted.ordinality - 1 as wanted
        from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) with ordinality as wanted(origin, ordinality)
        cross join lateral (
          select * from ${table} where tenant_id = ${tenantId}::uuid and request_id = wanted.origin ->> 0
          union
          select * from ${table} where tenant_id = ${tenantId}::uuid and trace_id = wanted.origin ->> 1
          order by sequence limit ${sql.lit(MAX_RELATED)}) as entry`.execute(unit.sql);
      return found as { wanted: unknown }[];
    });
    const byOrigin = Map.groupBy(rows, ({ wanted: index }) => Number(index));
    return wanted.map((_, index) => byOrigin.get(index) ?? []);
  }

  async #page<Entry extends { sequence: number }>(
    viewer: UserViewer,
    chain: ChainName,
    where: readonly Condition[],
    page: Page,
    read: (row: unknown) => Entry,
  ): Promise<ConnectionOf<Entry>> {
    const rows = await this.before(viewer, chain, where, { before: sequenceIn(page), limit: page.limit + 1 });
    const total = await this.#count(viewer, chain, where);
    return connectionFrom(page, rows.map(read), total, ({ sequence }) => [sequence]);
  }

  #count({ tenantId }: UserViewer, chain: ChainName, where: readonly Condition[]): Promise<number> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`select count(*) as n from (select 1 from ${sql.id(CHAINS[chain].table)}
        where ${sql.join([sql`tenant_id = ${tenantId}::uuid`, ...where], sql` and `)} limit ${sql.lit(MAX_COUNTED)}) as counted`.execute(
        unit.sql,
      );
      return countSchema.parse(rows)[0].n;
    });
  }
}

function sequenceIn({ after }: Page): number | null {
  if (after === null) return null;
  const [sequence] = after;
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || after.length !== 1) throw commonErrors.BAD_CURSOR({});
  return sequence;
}
