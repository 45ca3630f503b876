import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../../schema/events/discovered-schema.ts';
import type { Expression } from './ast.ts';
import { FUNCTIONS } from './functions.ts';

type Sql = RawBuilder<unknown>;

/** A column of the record an expression is about, and its type. */
export interface ColumnOf {
  readonly column: Sql;
  readonly type: ColumnType;
}

/** A checked expression for the database, in the type its attribute has; literals are written in, escaped, for DDL takes no parameters. */
export function expressionSql(tree: Expression, attributeOf: (name: string) => ColumnOf | undefined, type: ColumnType): Sql {
  const value = write(tree, attributeOf);
  switch (type) {
    case 'INTEGER':
      return sql`case when abs(${value}) < 9e18 then round(${value})::bigint end`;
    case 'DATETIME':
      return sql`((${value})::timestamp at time zone 'UTC')`;
    case 'DATE':
      return sql`(${value})::date`;
    default:
      return value;
  }
}

function write(tree: Expression, attributeOf: (name: string) => ColumnOf | undefined): Sql {
  switch (tree.kind) {
    case 'NUMBER':
      return sql`${sql.raw(tree.value)}::numeric`;
    case 'TEXT':
      return sql`${sql.lit(tree.value)}::text`;
    case 'BOOLEAN':
      return tree.value ? sql`true` : sql`false`;
    case 'ATTRIBUTE':
      return read(attributeOf(tree.name));
    case 'NOT':
      return sql`(not ${write(tree.of, attributeOf)})`;
    case 'MINUS':
      return sql`(- ${write(tree.of, attributeOf)})`;
    case 'BINARY': {
      const left = write(tree.left, attributeOf);
      const right = write(tree.right, attributeOf);
      // What is divided by nothing is nothing.
      if (tree.operator === '/') return sql`(${left} / nullif(${right}, 0))`;
      return sql`(${left} ${sql.raw(tree.operator === '!=' ? '<>' : tree.operator)} ${right})`;
    }
    case 'CALL':
      return FUNCTIONS[tree.name]?.sql(tree.args.map((arg) => write(arg, attributeOf))) ?? sql`null`;
  }
}

function read(found: ColumnOf | undefined): Sql {
  if (found === undefined) return sql`null`;
  if (found.type === 'INTEGER') return sql`${found.column}::numeric`;
  return found.type === 'DATETIME' ? sql`(${found.column} at time zone 'UTC')::date` : found.column;
}
