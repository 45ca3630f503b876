import type { Relation } from './catalogue.ts';
import { MAX_CELL_CHARACTERS, PAGE_ROWS, SAMPLE_BYTES, SAMPLE_ROWS } from './limits.ts';
import type { SourceSession, Transaction } from './session.ts';
import { fromOf, quoted, rowText, type PlannedColumn } from './sql.ts';

/** How much there is of a table, and a mark that changes with every change of a row; null where none can be had cheaply. */
export interface Measured {
  rows: number;
  contentHash: string | null;
  /** The rows were estimated: counting took too long. */
  estimated: boolean;
}

/** Tables keep their rows as versions that have a place and a transaction; views and foreign tables do not. */
const hasVersions = ({ kind }: Relation): boolean => kind === 'r' || kind === 'p' || kind === 'm';
export const isOnly = ({ kind }: Relation): boolean => kind === 'r';

/**
 * Counts the rows. The mark sums the hashes of every row's place and the transaction that wrote it: inserts, updates and deletes each change it, and it
 * costs the server one pass and the network nothing.
 */
export async function measure(session: SourceSession, relation: Relation): Promise<Measured> {
  const from = fromOf({ ...relation, only: isOnly(relation) });
  const mark = hasVersions(relation)
    ? `coalesce(sum(hashtextextended(tableoid::text || ctid::text || xmin::text, 0)::numeric), 0)::text`
    : 'null';
  try {
    const [row] = await session.read(({ rows }) => rows(`select count(*)::text, ${mark} ${from}`));
    const [count, hash] = row ?? [];
    return { rows: Number(count), contentHash: hash == null ? null : `${count}:${hash}`, estimated: false };
  } catch (error) {
    if (!isTimeout(error) || !hasVersions(relation)) throw error;
    const [row] = await session.read(({ rows }) =>
      rows(`select greatest(reltuples, 0)::bigint::text from pg_class where oid = $1::oid`, [relation.oid]),
    );
    return { rows: Number(row?.[0] ?? 0), contentHash: null, estimated: true };
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014';

/** All rows of a table, or SAMPLE_ROWS of a larger one, spread over it and the same each time; as `rowText` writes them, page after page. */
export async function* sample(
  { rows }: Transaction,
  relation: Relation,
  columns: readonly Pick<PlannedColumn, 'name' | 'kind'>[],
  count: number,
): AsyncGenerator<string[]> {
  const share = (SAMPLE_ROWS / count) * 100;
  const spread = count > SAMPLE_ROWS && hasVersions(relation) ? ` tablesample system (${share.toFixed(6)}) repeatable (1)` : '';
  const query = `select ${rowText(columns, [])} ${fromOf({ ...relation, only: isOnly(relation) })}${spread} limit ${SAMPLE_ROWS}`;
  let bytes = 0;
  for await (const page of texts({ rows }, query)) {
    for (const text of page) bytes += text.length;
    yield page;
    if (bytes > SAMPLE_BYTES) return;
  }
}

/** All values of one column, for keys of tables that are sampled. */
export const valuesOf = (transaction: Transaction, relation: Relation, column: string, limit: number): AsyncGenerator<string[]> =>
  texts(
    transaction,
    `select left(${quoted(column)}::text, ${MAX_CELL_CHARACTERS}) ${fromOf({ ...relation, only: isOnly(relation) })} limit ${limit}`,
  );

/** A query of one column of text, read through a cursor. */
async function* texts({ rows }: Transaction, query: string): AsyncGenerator<string[]> {
  await rows(`declare sampled no scroll cursor for ${query}`);
  for (;;) {
    const page = await rows(`fetch ${PAGE_ROWS} from sampled`);
    if (page.length === 0) break;
    yield page.flatMap(([text]) => (text == null ? [] : [text]));
  }
  await rows('close sampled');
}
