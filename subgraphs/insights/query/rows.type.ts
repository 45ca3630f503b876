import { GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { PageInfo } from '../../kernel/pagination/relay-connection.type.ts';
import { Declined } from '../ask/answer.type.ts';
import { ResultColumn } from '../ask/answer-parts.type.ts';
import { QueryPlan } from '../plan/graph/query-plan.type.ts';

/** A cell of a table as JSON carries it. */
type Cell = string | number | boolean | null;

@ObjectType('QueryRow', { description: 'One row of numbers.', simpleResolvers: true })
export class QueryRow {
  @Field(() => [GraphQLJSON], { nullable: 'items', description: 'Its cells, in the order of the columns.' })
  cells!: Cell[];
}

@ObjectType('QueryRowEdge', { description: 'One row, with its cursor.', simpleResolvers: true })
export class QueryRowEdge {
  @Field(() => QueryRow, { description: 'The row.' })
  node!: QueryRow;

  @Field(() => String, { description: 'Names this place in the rows; pass as `after`.' })
  cursor!: string;
}

@ObjectType('QueryRows', { description: 'Numbers by typed arguments, a page at a time.', simpleResolvers: true })
export class QueryRows {
  @Field(() => [ResultColumn], { description: 'The columns: dimensions first, then measures.' })
  columns!: ResultColumn[];

  @Field(() => [QueryRowEdge], { description: 'The rows of this page with their cursors.' })
  edges!: QueryRowEdge[];

  @Field(() => [QueryRow], { description: 'The rows of this page.' })
  nodes!: QueryRow[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo!: PageInfo;

  @Field(() => QueryPlan, { description: 'The validated plan of this page.' })
  plan!: QueryPlan;

  @Field(() => String, { description: 'The SQL that was run, its parameters written in.' })
  sql!: string;

  @Field(() => [String], { description: 'Names of the rules that left records out because your role does not see them.' })
  limitedBy!: string[];
}

export const QueryResult = createUnionType({
  name: 'QueryResult',
  description: 'Numbers, why there are none, or what has to be corrected.',
  types: () => [QueryRows, Declined, InputRefused] as const,
  resolveType: (value) => (value instanceof QueryRows ? QueryRows : value instanceof Declined ? Declined : InputRefused),
});
