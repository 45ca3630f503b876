import { sql, type RawBuilder } from 'kysely';
import type { ValueKind } from './ast.ts';

type Sql = RawBuilder<unknown>;

/** A function of expressions: what it takes, what it gives, and how it is written for the database. */
export interface ExpressionFunction {
  /** Kind of each argument; ANY: whichever, all of one kind. The last one may repeat when `repeats`. */
  readonly takes: readonly (ValueKind | 'ANY')[];
  readonly repeats?: true;
  /** SAME: the kind of its ANY arguments. */
  readonly gives: ValueKind | 'SAME';
  /** How many arguments of the end may be left out. */
  readonly optional?: number;
  readonly description: string;
  readonly sql: (args: readonly Sql[]) => Sql;
}

const MAX_TEXT = 10_000;
const one =
  (write: (arg: Sql) => Sql): ExpressionFunction['sql'] =>
  (args) =>
    write(args[0] ?? sql`null`);
const two =
  (write: (a: Sql, b: Sql) => Sql): ExpressionFunction['sql'] =>
  (args) =>
    write(args[0] ?? sql`null`, args[1] ?? sql`null`);
const present = (args: readonly Sql[]): Sql =>
  sql`nullif(${sql.join(
    args.map((arg) => sql`(${arg} is not null)::int`),
    sql` + `,
  )}, 0)`;
const total = (args: readonly Sql[]): Sql =>
  sql.join(
    args.map((arg) => sql`coalesce(${arg}, 0)`),
    sql` + `,
  );

/** Values and weights in turn: the mean of the values that are there, by their weights. */
function weighted(args: readonly Sql[]): Sql {
  const pairs = Array.from({ length: Math.floor(args.length / 2) }, (_, i) => ({
    value: args[2 * i] ?? sql`null`,
    weight: args[2 * i + 1] ?? sql`0`,
  }));
  const sum = sql.join(
    pairs.map(({ value, weight }) => sql`coalesce(${value} * ${weight}, 0)`),
    sql` + `,
  );
  const weights = sql.join(
    pairs.map(({ value, weight }) => sql`case when ${value} is null then 0 else coalesce(${weight}, 0) end`),
    sql` + `,
  );
  return sql`((${sum}) / nullif(${weights}, 0))`;
}

/** Every function there is; each gives null rather than an error. */
export const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  if: {
    takes: ['BOOLEAN', 'ANY', 'ANY'], optional: 1, gives: 'SAME', description: 'The second where the first is true, else the third.',
    sql: (args) => sql`(case when ${args[0]} then ${args[1]} ${args[2] === undefined ? sql`` : sql`else ${args[2]}`} end)`,
  },
  coalesce: { takes: ['ANY'], repeats: true, gives: 'SAME', description: 'The first that is there.', sql: (args) => sql`coalesce(${sql.join(args)})` },
  has: { takes: ['ANY'], gives: 'BOOLEAN', description: 'Whether it is there.', sql: one((a) => sql`(${a} is not null)`) },
  round: {
    takes: ['NUMBER', 'NUMBER'], optional: 1, gives: 'NUMBER', description: 'Rounded to so many decimals (0 to 10).',
    sql: ([a, n]) => (n === undefined ? sql`round(${a})` : sql`round(${a}, least(greatest(${n}, 0), 10)::int)`),
  },
  abs: { takes: ['NUMBER'], gives: 'NUMBER', description: 'Without its sign.', sql: one((a) => sql`abs(${a})`) },
  min: { takes: ['ANY'], repeats: true, gives: 'SAME', description: 'The least of those that are there.', sql: (args) => sql`least(${sql.join(args)})` },
  max: { takes: ['ANY'], repeats: true, gives: 'SAME', description: 'The greatest of those that are there.', sql: (args) => sql`greatest(${sql.join(args)})` },
  mean: {
    takes: ['NUMBER'], repeats: true, gives: 'NUMBER', description: 'The mean of those that are there.',
    sql: (args) => sql`((${total(args)})::numeric / ${present(args)})`,
  },
  weighted: {
    takes: ['NUMBER', 'NUMBER'], repeats: true, gives: 'NUMBER', description: 'Values and weights in turn: the mean of the values that are there.',
    sql: weighted,
  },
  concat: {
    takes: ['ANY'], repeats: true, gives: 'TEXT', description: 'Put together; what is not there is left out.',
    sql: (args) => sql`nullif(left(concat(${sql.join(args)}), ${sql.lit(MAX_TEXT)}), '')`,
  },
  join: {
    takes: ['TEXT', 'ANY'], repeats: true, gives: 'TEXT', description: 'Put together with the first between; what is not there is left out.',
    sql: (args) => sql`nullif(left(concat_ws(${sql.join(args)}), ${sql.lit(MAX_TEXT)}), '')`,
  },
  text: { takes: ['ANY'], gives: 'TEXT', description: 'As text.', sql: one((a) => sql`(${a})::text`) },
  upper: { takes: ['TEXT'], gives: 'TEXT', description: 'In capitals.', sql: one((a) => sql`upper(${a})`) },
  lower: { takes: ['TEXT'], gives: 'TEXT', description: 'In small letters.', sql: one((a) => sql`lower(${a})`) },
  trim: { takes: ['TEXT'], gives: 'TEXT', description: 'Without blanks around it.', sql: one((a) => sql`btrim(${a})`) },
  length: { takes: ['TEXT'], gives: 'NUMBER', description: 'How many characters it has.', sql: one((a) => sql`length(${a})::numeric`) },
  contains: {
    takes: ['TEXT', 'TEXT'], gives: 'BOOLEAN', description: 'Whether the second is in the first, whatever its case.',
    sql: two((a, b) => sql`(strpos(lower(${a}), lower(${b})) > 0)`),
  },
  startsWith: {
    takes: ['TEXT', 'TEXT'], gives: 'BOOLEAN', description: 'Whether the first begins with the second, whatever its case.',
    sql: two((a, b) => sql`starts_with(lower(${a}), lower(${b}))`),
  },
  year: { takes: ['DATE'], gives: 'NUMBER', description: 'Its year.', sql: one((a) => sql`extract(year from ${a})::numeric`) },
  month: { takes: ['DATE'], gives: 'NUMBER', description: 'Its month, 1 to 12.', sql: one((a) => sql`extract(month from ${a})::numeric`) },
  days: { takes: ['DATE', 'DATE'], gives: 'NUMBER', description: 'Days from the first to the second.', sql: two((a, b) => sql`((${b}) - (${a}))::numeric`) },
}; // prettier-ignore
