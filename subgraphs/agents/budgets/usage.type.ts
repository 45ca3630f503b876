import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

@ObjectType({ description: 'What a window will have come to at its end, if spending goes on as it did so far.', simpleResolvers: true })
export class BudgetForecast {
  @Field(() => Float, { description: 'Dollars that will be spent.' })
  spent!: number;

  @Field(() => Float, { description: 'Tokens that will be used.' })
  tokens!: number;

  @Field(() => Float, { nullable: true, description: 'How much of the limit that is nearest, 1 for all of it; null without a limit.' })
  share!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the limit is reached; null when it is not within the window.' })
  reachesLimitAt!: Date | null;

  @Field(() => String, { description: 'What it is taken from, in a sentence.' })
  basis!: string;
}

@ObjectType({ description: 'How a budget stands in the window that goes on now.', simpleResolvers: true })
export class BudgetUsage {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the window began; null when it always has.' })
  startsAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the next one begins; null: never.' })
  endsAt!: Date | null;

  @Field(() => Float, { description: 'Dollars that were spent.' })
  spent!: number;

  @Field(() => Float, { description: 'Dollars that are set aside for what is being done now.' })
  reserved!: number;

  @Field(() => Float, { nullable: true, description: 'Dollars that are left, at least 0; null when money is not limited.' })
  left!: number | null;

  @Field(() => Float, { description: 'Tokens that were used.' })
  spentTokens!: number;

  @Field(() => Float, { description: 'Tokens that are set aside.' })
  reservedTokens!: number;

  @Field(() => Float, { nullable: true, description: 'Tokens that are left, at least 0; null when they are not limited.' })
  leftTokens!: number | null;

  @Field(() => Float, { description: 'How much of the limit that is nearest was spent or is set aside, 1 for all of it.' })
  share!: number;

  @Field(() => [Int], { description: 'The marks that were told in this window, of 50, 75, 90 and 100 percent.' })
  marks!: number[];

  @Field(() => BudgetForecast, {
    nullable: true,
    description: 'The end of the window, foretold; null for a window without an end, or too little to go by.',
  })
  forecast!: BudgetForecast | null;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string | null;
  runId!: string | null;
  /** What sorts it among those of its budget. */
  key!: [number, string];
}

export const BudgetUsageConnection = relayConnection('BudgetUsage', BudgetUsage);
