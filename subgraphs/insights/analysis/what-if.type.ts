import { GraphQLDate } from 'graphql-scalars';
import { createUnionType, Field, Float, InputType, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Metric } from '../metrics/metric.type.ts';

@InputType({ description: 'A driver that is supposed to change: by exactly one of percent, amount and value.' })
export class WhatIfChangeInput {
  @Field(() => String, { description: 'Name of the metric that changes.' })
  metric!: string;

  @Field(() => Float, { nullable: true, description: 'By so many percent: −10 is a tenth less.' })
  byPercent?: number | null;

  @Field(() => Float, { nullable: true, description: 'By so much, in its unit; shares as fractions.' })
  by?: number | null;

  @Field(() => Float, { nullable: true, description: 'To this value, in its unit; shares as fractions.' })
  to?: number | null;
}

@InputType({ description: 'What is supposed, and of what the outcome is wanted.' })
export class WhatIfInput {
  @Field(() => String, { nullable: true, description: 'Name of the metric whose outcome is wanted; left out: everything that follows.' })
  metric?: string | null;

  @Field(() => [WhatIfChangeInput], { description: 'What changes, one to five.' })
  changes!: WhatIfChangeInput[];

  @Field(() => GraphQLDate, { nullable: true, description: 'First day of the period looked at; left out: from the beginning.' })
  from?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day behind its last; left out: to the end.' })
  to?: string | null;
}

@ObjectType('WhatIfMetric', { description: 'A metric as it is, and as it would be.', simpleResolvers: true })
export class WhatIfMetric {
  @Field(() => Metric, { description: 'The metric.' })
  metric!: Metric;

  @Field(() => Float, { nullable: true, description: 'As it is; null when it has no value.' })
  original!: number | null;

  @Field(() => Float, { nullable: true, description: 'As it would be; null when it would have none.' })
  changed!: number | null;

  @Field(() => Float, { nullable: true, description: 'The difference.' })
  change!: number | null;

  @Field(() => Float, { nullable: true, description: 'The difference relative to what it is.' })
  relative!: number | null;

  @Field(() => String, { nullable: true, description: 'As it is, as people read it.' })
  formattedOriginal!: string | null;

  @Field(() => String, { nullable: true, description: 'As it would be, as people read it.' })
  formattedChanged!: string | null;
}

@ObjectType('WhatIf', {
  description: 'What follows when drivers change, carried through the definitions of metrics; nothing is saved.',
  simpleResolvers: true,
})
export class WhatIf {
  @Field(() => String, { description: 'What follows, in a sentence.' })
  text!: string;

  @Field(() => [WhatIfMetric], { description: 'The drivers that change.' })
  drivers!: WhatIfMetric[];

  @Field(() => [WhatIfMetric], { description: 'What moves with them, the metric asked for first.' })
  affected!: WhatIfMetric[];

  @Field(() => [String], { description: 'What was taken to stay as it is.' })
  assumptions!: string[];
}

export const WhatIfResult = createUnionType({
  name: 'WhatIfResult',
  description: 'What follows, or what of the input has to be corrected.',
  types: () => [WhatIf, InputRefused] as const,
  resolveType: (value) => (value instanceof WhatIf ? WhatIf : InputRefused),
});
