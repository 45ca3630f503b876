import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { FlowStageName } from './stages.ts';

export const FlowStageKind = {
  SOURCE: 'SOURCE',
  LANDED: 'LANDED',
  MAPPED: 'MAPPED',
  RESOLVED: 'RESOLVED',
  METRIC: 'METRIC',
  AGENT: 'AGENT',
} as const satisfies { [Stage in FlowStageName]: Stage };
registerEnumType(FlowStageKind, {
  name: 'FlowStageKind',
  description: 'Where records are on their way from a source to the agents that work with them.',
  valuesConfig: {
    SOURCE: { description: 'Read from the source.' },
    LANDED: { description: 'Screened, and kept as the source wrote them or set aside.' },
    MAPPED: { description: 'Written as records of the business, by the mapping in force.' },
    RESOLVED: { description: 'Linked to the records they name.' },
    METRIC: { description: 'Counted in the metrics made of them.' },
    AGENT: { description: 'Seen to the end by the agent that follows them.' },
  },
});

@ObjectType({
  description: 'Records that passed a stage within a minute; within ten of them when more than a day is looked at.',
  simpleResolvers: true,
})
export class FlowMinute {
  @Field(() => GraphQLDateTime, { description: 'When that time began.' })
  at!: Date;

  @Field(() => Int, { description: 'How many records.' })
  records!: number;
}

@ObjectType({ description: 'One stage of the flow within the time asked for.', simpleResolvers: true })
export class FlowStage {
  @Field(() => FlowStageKind, { description: 'Which.' })
  stage!: FlowStageName;

  @Field(() => Int, { description: 'Records that passed it.' })
  records!: number;

  @Field(() => Float, {
    description: 'Records a minute, over the minutes (of more than a day: the ten minutes) in which any passed; 0 when none did.',
  })
  ratePerMinute!: number;

  @Field(() => Int, {
    description: 'Records that have passed the stage before and not yet this one. Of those still at the source: an estimate.',
  })
  inFlight!: number;

  @Field(() => Float, { nullable: true, description: 'Seconds from the stage before to this one, on average; null when none passed.' })
  lagSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that 95 of 100 batches took at most; null when none passed.' })
  lagP95Seconds!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How long the oldest of those in flight have waited, in seconds; null when none are.',
  })
  waitingSeconds!: number | null;

  @Field(() => [FlowMinute], { description: 'Records by the minute, oldest first; minutes without any are left out.' })
  minutes!: FlowMinute[];
}

@ObjectType({ description: 'The stage at which records lose most time.', simpleResolvers: true })
export class FlowBottleneck {
  @Field(() => FlowStageKind, { description: 'Which stage.' })
  stage!: FlowStageName;

  @Field(() => Float, { description: 'How many seconds.' })
  seconds!: number;

  @Field(() => String, { description: 'Why, in a sentence, as far as it can be told.' })
  why!: string;

  /** Resolved to a reference. */
  connectionId!: string | null;
}

@ObjectType({ description: 'Records on their way from sources to metrics and agents.', simpleResolvers: true })
export class Flow {
  @Field(() => GraphQLDateTime, { description: 'As of when.' })
  at!: Date;

  @Field(() => Int, { description: 'How many minutes back it looks.' })
  minutes!: number;

  @Field(() => [FlowStage], { description: 'The stages in order.' })
  stages!: FlowStage[];

  @Field(() => FlowBottleneck, { nullable: true, description: 'Where most time is lost; null when nothing moved.' })
  slowest!: FlowBottleneck | null;
}

@ObjectType({ description: 'Records have moved on.', simpleResolvers: true })
export class FlowChange {
  @Field(() => String, { description: 'Names this place in what happened; pass as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
}
