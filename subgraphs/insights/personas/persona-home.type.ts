import { Field, Float, ObjectType } from 'type-graphql';
import { Delta } from '../ask/answer-parts.type.ts';
import { Confidence, Trend } from '../ask/confidence.type.ts';
import { DeclineReason } from '../ask/answer.type.ts';
import { GoodDirection, Persona, UnitKind } from '../metrics/metric-enums.ts';
import { Metric } from '../metrics/metric.type.ts';

@ObjectType('KeyQuestion', {
  description: 'A question that a persona asks first, and whether your data answers it.',
  simpleResolvers: true,
})
export class KeyQuestion {
  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => String, { description: 'What it is about, in a few words.' })
  about!: string;

  @Field(() => Boolean, { description: 'Whether the connected data can answer it.' })
  answerable!: boolean;

  @Field(() => DeclineReason, { nullable: true, description: 'Why not, by kind; null where it is answerable.' })
  reason!: DeclineReason | null;

  @Field(() => String, { nullable: true, description: 'Why not, in a sentence; null where it is answerable.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'What to connect so that it is; null where it is already.' })
  needs!: string | null;
}

@ObjectType('Headline', { description: 'A number that a persona looks at first.', simpleResolvers: true })
export class Headline {
  @Field(() => Metric, { description: 'The metric.' })
  metric!: Metric;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { description: 'The question that asks for just this number.' })
  question!: string;

  @Field(() => String, { nullable: true, description: 'The time it is told for; null: as it stands.' })
  period!: string | null;

  @Field(() => Float, { description: 'Its value.' })
  value!: number;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => String, { description: 'The value as people read it.' })
  formattedValue!: string;

  @Field(() => Delta, { nullable: true, description: 'The change since the period before; null where nothing tells of it.' })
  delta!: Delta | null;

  @Field(() => GoodDirection, { description: 'Which way is good.' })
  goodDirection!: GoodDirection;

  @Field(() => Trend, { nullable: true, description: 'Where it is heading.' })
  trend!: Trend | null;

  @Field(() => [Float], { description: 'Its last values over time, oldest first, at most 24; empty where its records carry no date.' })
  sparkline!: number[];

  @Field(() => Confidence, { description: 'How far it can be trusted.' })
  confidence!: Confidence;
}

@ObjectType('PersonaHome', { description: 'What somebody with a task of their own looks at first.', simpleResolvers: true })
export class PersonaHome {
  @Field(() => Persona, { description: 'Whose it is.' })
  persona!: Persona;

  @Field(() => String, { description: 'What they are called.' })
  title!: string;

  @Field(() => String, { description: 'What they look after, as a list in a sentence.' })
  cares!: string;

  @Field(() => [KeyQuestion], { description: 'What they ask first, at most 8.' })
  questions!: KeyQuestion[];

  @Field(() => [String], { description: 'More questions for them that your data answers, at most 8.' })
  samples!: string[];
}
