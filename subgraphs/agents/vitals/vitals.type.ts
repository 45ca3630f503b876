import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { VitalsWindow } from './window.ts';

export { VitalsWindow };
registerEnumType(VitalsWindow, {
  name: 'VitalsWindow',
  description: 'How far back to look.',
  valuesConfig: {
    HOUR: { description: 'One hour, in parts of two minutes.' },
    HOURS_6: { description: 'Six hours, in parts of ten minutes.' },
    DAY: { description: 'A day, in parts of half an hour.' },
    WEEK: { description: 'Seven days, in parts of four hours.' },
  },
});

@ObjectType({ description: 'What became of runs within the time asked for, as it was recorded.', simpleResolvers: true })
export class RunFigures {
  @Field(() => Int, { description: 'Runs that began.' })
  started!: number;

  @Field(() => Int, { description: 'Runs that ended well.' })
  succeeded!: number;

  @Field(() => Int, { description: 'Runs that failed.' })
  failed!: number;

  @Field(() => Int, { description: 'Runs that a person ended.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Runs that are at work now, whenever they began.' })
  working!: number;

  @Field(() => Int, { description: 'Runs that wait for a person now, whenever they began.' })
  waiting!: number;

  @Field(() => Int, { description: 'Steps that ended well.' })
  steps!: number;

  @Field(() => Int, { description: 'Steps that failed for good.' })
  stepsFailed!: number;

  @Field(() => Float, { description: 'Tokens that runs which began have used.' })
  tokens!: number;

  @Field(() => Float, { description: 'What they cost, in dollars.' })
  cost!: number;

  @Field(() => Float, { nullable: true, description: 'Seconds that half of the runs that ended took at most; null when none ended.' })
  medianSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that 95 of 100 of them took at most; null when none ended.' })
  p95Seconds!: number | null;
}

@ObjectType({ description: 'How one agent has done.', simpleResolvers: true })
export class AgentPerformance {
  @Field(() => RunFigures, { description: 'Its runs.' })
  runs!: RunFigures;

  /** Behind the computed field; not part of the graph. */
  agentId!: string;
}

@ObjectType({ description: 'How calls of one tool went.', simpleResolvers: true })
export class FunctionFigures {
  @Field(() => String, { description: 'Name of the tool: `graph.query`, `mcp.<server>.<tool>` …' })
  tool!: string;

  @Field(() => Int, { description: 'Steps that called it and ended.' })
  calls!: number;

  @Field(() => Int, { description: 'Of these, steps that failed for good.' })
  failed!: number;

  @Field(() => Float, { description: 'Tokens that they used.' })
  tokens!: number;

  @Field(() => Float, { description: 'What they cost, in dollars.' })
  cost!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds that half of them took at most, with what they waited for; null when that is not known.',
  })
  medianSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that 95 of 100 of them took at most; null when that is not known.' })
  p95Seconds!: number | null;
}

@ObjectType({ description: 'One part of the time asked for.', simpleResolvers: true })
export class VitalsPoint {
  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  at!: Date;

  @Field(() => Int, { description: 'Runs that began in it.' })
  started!: number;

  @Field(() => Int, { description: 'Runs that ended well in it.' })
  succeeded!: number;

  @Field(() => Int, { description: 'Runs that failed in it.' })
  failed!: number;

  @Field(() => Float, { nullable: true, description: 'Seconds that half of the runs that ended in it took at most; null when none did.' })
  medianSeconds!: number | null;
}

@ObjectType({ description: 'How the tenant’s agents are doing.', simpleResolvers: true })
export class AgentVitals {
  @Field(() => GraphQLDateTime, { description: 'When this was true.' })
  at!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the time that is looked at began.' })
  since!: Date;

  @Field(() => RunFigures, { description: 'All runs together.' })
  runs!: RunFigures;

  @Field(() => Int, { description: 'Decisions that people are asked for now.' })
  waitingApprovals!: number;

  @Field(() => [AgentPerformance], { description: 'Each agent by itself, in the order they are listed in.' })
  agents!: AgentPerformance[];

  @Field(() => [FunctionFigures], { description: 'Each tool by itself, the most used first, by the latest 50 000 steps; at most 50.' })
  functions!: FunctionFigures[];

  @Field(() => [VitalsPoint], { description: 'Part by part, oldest first; the last one is under way.' })
  series!: VitalsPoint[];
}
