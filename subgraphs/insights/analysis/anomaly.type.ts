import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('Anomaly', { description: 'A period in which a number was not what the others say.', simpleResolvers: true })
export class Anomaly {
  @Field(() => String, { description: 'What the period is called.' })
  period!: string;

  @Field(() => GraphQLDate, { description: 'Its first day.' })
  start!: string;

  @Field(() => Float, { description: 'What it was.' })
  value!: number;

  @Field(() => Float, { description: 'What trend and season say it should have been.' })
  expected!: number;

  @Field(() => Float, { description: 'The lowest that would have been usual.' })
  low!: number;

  @Field(() => Float, { description: 'The highest that would have been usual.' })
  high!: number;

  @Field(() => Float, { description: 'How far off, in standard deviations that outliers do not move; negative: too low.' })
  score!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is good news; null where neither direction is.' })
  good!: boolean | null;

  @Field(() => String, { description: 'The same in a sentence.' })
  text!: string;
}
