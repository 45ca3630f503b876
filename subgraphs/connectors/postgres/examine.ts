import { ColumnTally } from '../files/typing/column-tally.ts';
import type { CatalogueColumn, Relation } from './catalogue.ts';
import { type ColumnKind, kindOfColumn } from './column-kind.ts';
import { KEPT_SAMPLE_BYTES, MAX_COLUMNS } from './limits.ts';
import { rowSchema } from './land.ts';
import { type Measured, measure, sample } from './sampling.ts';
import type { SourceSession } from './session.ts';

/** What the first pass over a table gives. */
export interface ExaminedRelation {
  relation: Relation;
  columns: { column: CatalogueColumn; kind: ColumnKind }[];
  /** Of WRITTEN columns: in how many ways their values can be read. */
  tallies: (ColumnTally | null)[];
  measured: Measured;
  /** Not all rows were read. */
  sampled: boolean;
  /** The rows of the first pass again, page by page, as JSON text. */
  rows(): AsyncIterable<string[]>;
  notes: string[];
}

export interface SkippedRelation {
  relation: Relation;
  code: string;
  reason: string;
}

/** Bytes of samples that may still be kept for the second pass. */
export interface SampleBudget {
  bytes: number;
}
export const sampleBudget = (): SampleBudget => ({ bytes: KEPT_SAMPLE_BYTES });

/** Looks at one table, or says why it cannot be read. @throws what concerns the whole connection */
export async function examine(
  session: SourceSession,
  relation: Relation,
  budget: SampleBudget,
): Promise<ExaminedRelation | SkippedRelation> {
  const skipped = (code: string, reason: string): SkippedRelation => ({ relation, code, reason });
  if (!relation.readable) return skipped('NOT_READABLE', 'the login may not read it');
  const { columns, notes } = readableColumns(relation);
  if (columns.length === 0) return skipped('NOT_TABULAR', 'it has no column that can be read');
  if (columns.length > MAX_COLUMNS) return skipped('TOO_MANY_COLUMNS', `it has ${columns.length} columns; the limit is ${MAX_COLUMNS}`);
  return orSkipped(relation, () => look(session, relation, columns, notes, budget));
}

/** What `work` gives, or why this one table cannot be read. @throws what concerns the whole connection */
export async function orSkipped<T>(relation: Relation, work: () => Promise<T>): Promise<T | SkippedRelation> {
  try {
    return await work();
  } catch (error) {
    const why = reasonToSkip(error);
    if (why === null) throw error;
    const [code, reason] = why;
    return { relation, code, reason };
  }
}

async function look(
  session: SourceSession,
  relation: Relation,
  columns: ExaminedRelation['columns'],
  notes: string[],
  budget: SampleBudget,
): Promise<ExaminedRelation> {
  const measured = await measure(session, relation);
  if (measured.estimated) notes.push('counting its rows took too long: their number is an estimate');
  const tallies = columns.map(({ kind }) => (kind === 'WRITTEN' ? new ColumnTally() : null));
  const kept: string[][] = [];
  let keep = true;
  let seen = 0;
  const shape = columns.map(({ column, kind }) => ({ name: column.name, kind }));
  await session.read(async (transaction) => {
    for await (const page of sample(transaction, relation, shape, measured.rows)) {
      seen += page.length;
      for (const text of page) {
        const row = rowSchema.parse(JSON.parse(text));
        for (const [index, tally] of tallies.entries()) tally?.add((row[index] ?? '').trim());
        budget.bytes -= text.length;
      }
      keep &&= budget.bytes > 0;
      if (keep) kept.push(page);
    }
  });
  for (const tally of tallies) tally?.settle();
  const sampled = seen < measured.rows;
  if (sampled)
    notes.push(`types and profiles are from ${seen.toLocaleString('en-US')} of its ${measured.rows.toLocaleString('en-US')} rows`);
  return {
    relation,
    columns,
    tallies,
    measured,
    sampled,
    notes,
    rows: keep ? () => pagesOf(kept) : () => again(session, relation, shape, measured.rows),
  };
}

async function* pagesOf(pages: readonly string[][]): AsyncGenerator<string[]> {
  yield* pages;
}

/** Reads the sample a second time; whatever came or went meanwhile is landed all the same. */
async function* again(
  session: SourceSession,
  relation: Relation,
  shape: { name: string; kind: ColumnKind }[],
  count: number,
): AsyncGenerator<string[]> {
  const pages: string[][] = [];
  await session.read(async (transaction) => {
    for await (const page of sample(transaction, relation, shape, count)) pages.push(page);
  });
  yield* pages;
}

function readableColumns(relation: Relation): { columns: ExaminedRelation['columns']; notes: string[] } {
  const notes: string[] = [];
  if (relation.rowSecurity) notes.push('row-level security is on: only the rows that the login may see are read');
  if (relation.kind === 'v') notes.push('a view: read whole at every sync');
  if (relation.kind === 'f') notes.push('a foreign table: read whole at every sync');
  const columns = relation.columns.flatMap((column) => {
    const kind = kindOfColumn(column.type);
    if (!column.readable) notes.push(`${column.name} is left out: the login may not read it`);
    else if (typeof kind !== 'string') notes.push(`${column.name} (${column.sqlType}) is left out: ${kind.leftOut}`);
    else {
      if (kind === 'JSON') notes.push(`${column.name} (${column.sqlType}) lands as JSON text`);
      return [{ column, kind }];
    }
    return [];
  });
  return { columns, notes };
}

/** Faults of a single table, by SQLSTATE; null for those that concern the connection. */
function reasonToSkip(error: unknown): [code: string, reason: string] | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error instanceof Error ? error.message : '';
  if (code === '42P01' || code === '3F000' || code === '42703') return ['GONE', 'it was dropped or changed while it was being looked at'];
  if (code === '42501') return ['NOT_READABLE', `the login may not read it: ${message}`];
  if (code === '57014') return ['TOO_SLOW', 'reading it takes longer than two minutes'];
  if (code === '55P03') return ['LOCKED', 'somebody holds a lock on it'];
  // Classes of errors in what a view computes, or in what a foreign server answers.
  return /^(?:22|2F|38|39|42|0A|HV|XX|P0)/u.test(code) ? ['UNREADABLE', `it cannot be read: ${message.slice(0, 200)}`] : null;
}
