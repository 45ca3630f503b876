import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import type { EventClause, EventSelection } from './event-selection.ts';
import { eventErrors } from './event-errors.ts';
import type { NumberedEntry } from './event-transport.ts';
import { entryColumns, toDomainEvent, toNumberedEntry } from './numbered-entry.ts';

const known = z.array(z.object({ known: z.boolean() })).length(1);
const lowWater = z.array(z.object({ sequence: z.coerce.number() })).max(1);

/** One page of what a selection finds in the outbox. */
export interface OutboxPage {
  events: DomainEvent[];
  /** More may follow: ask again after the last one. */
  full: boolean;
  /** Committed events of the selection still waited for their number when this was read. */
  unnumbered: boolean;
}

/**
 * The next events of a selection after a number (0: the first that is kept), as the tenant: row-level security is on.
 * @throws CURSOR_EXPIRED when entries after it have been pruned
 */
export function readOutbox(database: Database, selection: EventSelection, after: number, limit: number): Promise<OutboxPage> {
  return database.unitOfWork(selection.tenantId, async ({ sql: db }) => {
    // In this order: what has its number by now is on the page, and what is pruned while the page is read is noticed after it.
    const waiting = await sql`select exists (
      select 1 from outbox_entry where sequence is null and ${wanted(selection)}) as known`.execute(db);
    const { rows } = await sql`select ${entryColumns} from outbox_entry
      where sequence > ${after} and ${wanted(selection)} order by sequence limit ${limit}`.execute(db);
    if (after > 0 && (await lowWaterOf(db, selection.tenantId)) > after) throw eventErrors.CURSOR_EXPIRED({});
    const entries = rows.map(toNumberedEntry).filter((entry) => entry !== null);
    return { events: entries.map(toDomainEvent), full: rows.length === limit, unnumbered: known.parse(waiting.rows)[0]?.known === true };
  });
}

/** Numbered entries of everybody, as the relay and a process's own tail read them. */
export interface NumberedPage {
  entries: NumberedEntry[];
  /** Number of the last row read, whether or not this version knows its topic; where it was read from (0: the beginning) when there was none. */
  last: number;
  full: boolean;
}

/** One page of everybody's entries after a number, in order. */
export function readNumberedPage(database: Database, after: number, limit: number): Promise<NumberedPage> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ sequence: string }>`
      select ${entryColumns} from outbox_entry where sequence > ${after} order by sequence limit ${limit}`.execute(db);
    const entries = rows.map(toNumberedEntry).filter((entry) => entry !== null);
    return { entries, last: Number(rows.at(-1)?.sequence ?? after), full: rows.length === limit };
  });
}

/** One page of everybody's entries that the relay has not published for certain. */
export function readUnpublished(database: Database, limit: number): Promise<Omit<NumberedPage, 'full'>> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ sequence: string }>`select ${entryColumns} from outbox_entry
      where sequence > (select published from relay_publication) order by sequence limit ${limit}`.execute(db);
    return { entries: rows.map(toNumberedEntry).filter((entry) => entry !== null), last: Number(rows.at(-1)?.sequence ?? 0) };
  });
}

/** The entries of such a page. */
export async function readNumbered(database: Database, after: number, limit: number): Promise<NumberedEntry[]> {
  return (await readNumberedPage(database, after, limit)).entries;
}

/** Everybody's entries of some topics since a moment: for topics of which there are few. */
export function readTopics(database: Database, topics: readonly string[], since: Date): Promise<NumberedEntry[]> {
  return database.systemWork(async (db) => {
    const { rows } = await sql`select ${entryColumns} from outbox_entry
      where sequence is not null and topic = any(${[...topics]}::text[]) and created_at >= ${since} order by sequence`.execute(db);
    return rows.map(toNumberedEntry).filter((entry) => entry !== null);
  });
}

/** The highest number given so far; 0 before the first. */
export function highestNumber(database: Database): Promise<number> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ sequence: string }>`select coalesce(max(sequence), 0) as sequence from outbox_entry`.execute(db);
    return Number(rows[0]?.sequence ?? 0);
  });
}

async function lowWaterOf(db: Kysely<Record<string, never>>, tenantId: string): Promise<number> {
  const { rows } = await sql`select sequence from outbox_low_water where tenant_id = ${tenantId}`.execute(db);
  return lowWater.parse(rows)[0]?.sequence ?? 0;
}

/** The rows of outbox_entry that a selection is about. */
export function wanted({ tenantId, topics, match, except, among }: Omit<EventSelection, 'after'>): RawBuilder<unknown> {
  const [topic, ...others] = topics;
  return sql.join(
    [
      sql`tenant_id = ${tenantId}`,
      // One topic is said as one: the index of its own is found by it.
      topic !== undefined && others.length === 0 ? sql`topic = ${topic}` : sql`topic = any(${[...topics]}::text[])`,
      ...Object.entries(match).map(([name, value]) => sql`payload ->> ${sql.lit(name)} = ${value}`),
      ...Object.entries(except).map(([name, values]) => sql`coalesce(payload ->> ${name}, '') <> all(${[...values]}::text[])`),
      ...(among === undefined ? [] : [sql`(${sql.join([sql`false`, ...among.map(clauseSql)], sql` or `)})`]),
    ],
    sql` and `,
  );
}

function clauseSql({ topic, where }: EventClause): RawBuilder<unknown> {
  const fields = Object.entries(where).map(
    ([name, values]) => sql`coalesce(payload #>> ${name.split('.')}::text[], '') = any(${[...values]}::text[])`,
  );
  return sql`(${sql.join([sql`topic = ${topic}`, ...fields], sql` and `)})`;
}
