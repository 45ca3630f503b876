import { z } from 'zod';
import { type LandedRows, type LandingInput, keyOf } from './land.ts';
import { placeNow, replicatedPages } from './replication/replicated-pages.ts';
import { MAX_TRANSACTIONS_AGO, PAGE_ROWS } from './limits.ts';
import type { SourceSession, TextRow, Transaction } from './session.ts';
import { type PagedRead, type TablePlan, cursorSql, keysSql, pageSql, transactionsSinceSql, watermarkSql } from './sql.ts';
import type { Page } from '../kit/connector.ts';

/** Where a paged read goes on. */
const cursorSchema = z.object({
  after: z.array(z.string().nullable()),
  /** Rows read so far. */
  rows: z.int().nonnegative(),
  watermark: z.string().nullable(),
  since: z.string().nullable(),
});
type Cursor = z.infer<typeof cursorSchema>;
const watermarkSchema = z.string().nullable();
const rowEndSchema = z.array(z.string().nullable());

export interface TableRead {
  plan: TablePlan;
  key: string[] | null;
  from: unknown;
  since: unknown;
  /** Makes records of rows, off the event loop. */
  readonly land: (input: Omit<LandingInput, 'screening'>) => Promise<LandedRows>;
}

/** The records of a table, page by page. While a page is being kept the next one is read. @throws what pg throws */
export async function* readPages(session: SourceSession, read: TableRead): AsyncGenerator<Page> {
  const { plan, from, since } = read;
  if (plan.replication !== null && plan.paged !== null) {
    const isWhole = since === null || cursorSchema.safeParse(from).success;
    if (!isWhole && (yield* replicatedPages(session, read))) return;
    yield* pagedTable(session, { ...read, from: isWhole ? from : null, since: null }, plan.paged);
    return;
  }
  yield* read.plan.paged === null ? wholeTable(session, read) : pagedTable(session, read, read.plan.paged);
}

async function* pagedTable(
  session: SourceSession,
  { plan, key, from, since, land }: TableRead,
  paged: NonNullable<TablePlan['paged']>,
): AsyncGenerator<Page> {
  const keys = key ?? [];
  let cursor: Cursor = from === null ? await start(session, plan, watermarkSchema.parse(since)) : cursorSchema.parse(from);
  const { since: newerThan, watermark } = cursor;
  const order = newerThan !== null && plan.incremental !== null ? orderBy(plan.incremental, paged) : paged;
  const step = async (at: Cursor): Promise<{ rows: string[]; landed: LandedRows; next: Cursor }> => {
    const read: PagedRead = { order, after: at.after.length === 0 ? null : at.after, since: newerThan };
    const { text, values } = pageSql(plan, keys, read);
    const rows = (await session.read((transaction) => transaction.rows(text, values))).flatMap(([row]) => (row == null ? [] : [row]));
    const last = rows.at(-1);
    const after = last === undefined ? at.after : rowEndSchema.parse(JSON.parse(last)).slice(-order.length);
    const landed =
      rows.length === 0 ? { records: [], bad: [] } : await land({ rows, columns: plan.columns, keys: keys.length, before: at.rows });
    return { rows, landed, next: { ...at, after, rows: at.rows + rows.length } };
  };
  let ahead = step(cursor);
  for (;;) {
    const { rows, landed, next } = await ahead;
    if (rows.length === 0) break;
    ahead = step(next);
    ahead.catch(() => undefined);
    cursor = next;
    yield { ...landed, cursor, watermark, progress: 0 };
  }
  // A read that found nothing has a watermark too.
  yield { records: [], bad: [], cursor, watermark, progress: 1 };
}

async function start(session: SourceSession, plan: TablePlan, since: string | null): Promise<Cursor> {
  const { incremental, replication } = plan;
  if (replication !== null) return { after: [], rows: 0, watermark: await placeNow(session), since: null };
  if (incremental === null) return { after: [], rows: 0, watermark: null, since: null };
  const [row] = await session.read(({ rows }) => rows(watermarkSql(plan, incremental)));
  const newerThan = incremental.by === 'TRANSACTION' ? await transactionOf(session, plan, since) : since;
  // Taken before the first row is read: what is written meanwhile is read again by the next sync.
  return { after: [], rows: 0, watermark: row?.[0] ?? since, since: newerThan };
}

/** The number of the transaction in a watermark; null when it says nothing any more: too long ago, or of a table or a server that was another. */
async function transactionOf(session: SourceSession, plan: TablePlan, since: string | null): Promise<string | null> {
  const [number = '', table] = since?.split(':') ?? [];
  if (!/^\d+$/u.test(number)) return null;
  const [row] = await session.read(({ rows }) => rows(transactionsSinceSql(plan), [number]));
  const ago = Number(row?.[0] ?? -1);
  return ago < 0 || ago > MAX_TRANSACTIONS_AGO || row?.[1] !== table ? null : number;
}

const orderBy = ({ name, type, by }: NonNullable<TablePlan['incremental']>, paged: NonNullable<TablePlan['paged']>): PagedRead['order'] =>
  by === 'TRANSACTION' || paged.some((column) => column.name === name) ? paged : [{ name, type }, ...paged];

/** All rows as they were at one moment, through a cursor of the server. Nothing tells where to go on: a read that breaks off starts again. */
async function* wholeTable(session: SourceSession, { plan, key, land }: TableRead): AsyncGenerator<Page> {
  const keys = key ?? [];
  const opened = Promise.withResolvers<Transaction>();
  const done = Promise.withResolvers<void>();
  const reading = session.read(async (transaction) => {
    await transaction.rows(cursorSql(plan, keys));
    opened.resolve(transaction);
    await done.promise;
  });
  reading.catch((error: unknown) => {
    opened.reject(error);
  });
  try {
    const transaction = await opened.promise;
    let before = 0;
    const step = async (): Promise<{ count: number; landed: LandedRows }> => {
      const rows = (await transaction.rows(`fetch ${PAGE_ROWS} from source_rows`)).flatMap(([row]) => (row == null ? [] : [row]));
      const landed = rows.length === 0 ? { records: [], bad: [] } : await land({ rows, columns: plan.columns, keys: keys.length, before });
      before += rows.length;
      return { count: rows.length, landed };
    };
    let ahead = step();
    for (;;) {
      const { count, landed } = await ahead;
      if (count === 0) break;
      ahead = step();
      ahead.catch(() => undefined);
      yield { ...landed, cursor: null, watermark: null, progress: 0 };
    }
  } finally {
    done.resolve();
    await reading.catch(() => undefined);
  }
}

/** The keys of all records there are now, as records carry them. */
export async function* readKeys(session: SourceSession, plan: TablePlan, key: readonly string[]): AsyncGenerator<string[]> {
  const order = plan.paged ?? [];
  const places = key.map((name) => order.findIndex((column) => column.name === name));
  let after: readonly (string | null)[] | null = null;
  for (;;) {
    const rows: readonly TextRow[] = await nextKeys(session, keysSql(plan, order, after), after ?? []);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.map((row) => keyOf(places.map((place) => row[place] ?? null)));
  }
}

const nextKeys = (session: SourceSession, text: string, values: readonly (string | null)[]): Promise<TextRow[]> =>
  session.read((transaction) => transaction.rows(text, values));
