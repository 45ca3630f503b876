import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('BudgetAlert', { description: 'A budget has come to a mark; told once for each mark and window.', simpleResolvers: true })
export class BudgetAlert {
  @Field(() => String, { description: 'Names this place in what happened; pass to `budgetAlerts` to go on behind it.' })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => Int, { description: 'The mark, in percent of the limit: 50, 75, 90 or 100.' })
  mark!: number;

  @Field(() => Boolean, { description: 'Whether something was not done because there was not enough left.' })
  refused!: boolean;

  @Field(() => String, { description: 'What the budget was called.' })
  name!: string;

  @Field(() => Float, { description: 'Dollars that were spent by then.' })
  spent!: number;

  @Field(() => Float, { nullable: true, description: 'Dollars that might be spent; null when money was not limited.' })
  limit!: number | null;

  @Field(() => Float, { description: 'Tokens that were used by then.' })
  spentTokens!: number;

  @Field(() => Float, { nullable: true, description: 'Tokens that might be used; null when they were not limited.' })
  tokenLimit!: number | null;

  /** Behind the computed fields; not part of the graph. */
  budgetId!: string;
  agentId!: string | null;
  runId!: string | null;
}
