import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const BudgetScope = { TENANT: 'TENANT', AGENT: 'AGENT', RUN: 'RUN' } as const;
export type BudgetScope = (typeof BudgetScope)[keyof typeof BudgetScope];
registerEnumType(BudgetScope, {
  name: 'BudgetScope',
  description: 'What a budget holds for.',
  valuesConfig: {
    TENANT: { description: 'For all agents together.' },
    AGENT: { description: 'For one agent, or for each agent by itself.' },
    RUN: { description: 'For each run by itself, of one agent or of any.' },
  },
});

export const BudgetWindow = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', TOTAL: 'TOTAL' } as const;
export type BudgetWindow = (typeof BudgetWindow)[keyof typeof BudgetWindow];
registerEnumType(BudgetWindow, {
  name: 'BudgetWindow',
  description: 'After what time a budget begins anew.',
  valuesConfig: {
    DAY: { description: 'From midnight to midnight in its time zone.' },
    WEEK: { description: 'From Monday to Monday in its time zone.' },
    MONTH: { description: 'From the first of a month to the next in its time zone.' },
    TOTAL: { description: 'Never.' },
  },
});

export const BudgetAction = { BLOCK: 'BLOCK', WARN: 'WARN' } as const;
export type BudgetAction = (typeof BudgetAction)[keyof typeof BudgetAction];
registerEnumType(BudgetAction, {
  name: 'BudgetAction',
  description: 'What happens when a budget is reached.',
  valuesConfig: {
    BLOCK: { description: 'Nothing is done that would pass it.' },
    WARN: { description: 'People are told, and agents go on.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Budget', { description: 'What agents may spend within a time.', simpleResolvers: true })
export class Budget {
  @Field(() => ID, { description: 'Identifies the budget for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => BudgetScope, { description: 'What it holds for.' })
  scope!: BudgetScope;

  @Field(() => BudgetWindow, { description: 'After what time it begins anew.' })
  window!: BudgetWindow;

  @Field(() => String, { description: 'The time zone, by its IANA name, in which days, weeks and months begin.' })
  timeZone!: string;

  @Field(() => Float, { nullable: true, description: 'Dollars that may be spent within the window; null when money is not limited.' })
  limit!: number | null;

  @Field(() => Float, { nullable: true, description: 'Tokens of language models that may be used; null when they are not limited.' })
  tokenLimit!: number | null;

  @Field(() => BudgetAction, { description: 'What happens when it is reached.' })
  onReaching!: BudgetAction;

  @Field(() => Boolean, { description: 'Whether it holds; what is spent while it does not is not counted.' })
  enabled!: boolean;

  @Field(() => Int, { description: '1, and one more with each change.' })
  version!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string | null;
  updatedById!: string;
}

export const BudgetConnection = relayConnection('Budget', Budget);

@InputType({ description: 'What a budget is to be.' })
export class SaveBudgetInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => Int, { nullable: true, description: 'The version that was read: refused when somebody else has changed it since.' })
  expectedVersion!: number | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => BudgetScope, { description: 'What it holds for.' })
  scope!: BudgetScope;

  @Field(() => ID, { nullable: true, description: 'AGENT and RUN: only of this agent; left out: of each agent.' })
  agentId!: string | null | undefined;

  @Field(() => BudgetWindow, { description: 'After what time it begins anew; a budget of runs is TOTAL.' })
  window!: BudgetWindow;

  @Field(() => String, {
    nullable: true,
    description: 'The time zone, by its IANA name, in which days, weeks and months begin; left out: the tenant’s.',
  })
  timeZone!: string | null | undefined;

  @Field(() => Float, { nullable: true, description: 'Dollars that may be spent; 0 lets nothing be spent.' })
  limit!: number | null | undefined;

  @Field(() => Float, { nullable: true, description: 'Tokens that may be used.' })
  tokenLimit!: number | null | undefined;

  @Field(() => BudgetAction, { defaultValue: BudgetAction.BLOCK, description: 'What happens when it is reached.' })
  onReaching!: BudgetAction;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it holds.' })
  enabled!: boolean;
}

@ObjectType('BudgetSaved', { description: 'The budget holds from now on.', simpleResolvers: true })
export class BudgetSaved {
  @Field(() => Budget, { description: 'As it is now.' })
  budget!: Budget;
}

export const SaveBudgetResult = createUnionType({
  name: 'SaveBudgetResult',
  description: 'The budget, or what has to be corrected first.',
  types: () => [BudgetSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : BudgetSaved),
});

@ObjectType('BudgetRemoved', { description: 'The budget is gone; what was spent is still in the ledger.', simpleResolvers: true })
export class BudgetRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const RemoveBudgetResult = createUnionType({
  name: 'RemoveBudgetResult',
  description: 'That the budget is gone, or why it is not.',
  types: () => [BudgetRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : BudgetRemoved),
});
