import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Answer, Declined } from '../ask/answer.type.ts';
import { Confidence } from '../ask/confidence.type.ts';
import { Token } from '../ask/token.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import { QueryPlan } from '../plan/graph/query-plan.type.ts';

@ObjectType('Planned', { description: 'What a question means, before anything is computed.', simpleResolvers: true })
export class Planned {
  @Field(() => String, { description: 'The question as it was read: a follow-up together with what went before.' })
  question!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes it was asked.' })
  persona!: Persona | null;

  @Field(() => String, { description: 'What the plan asks for, in a few words.' })
  label!: string;

  @Field(() => QueryPlan, { description: 'The validated plan.' })
  plan!: QueryPlan;

  @Field(() => String, { description: 'The SQL that would be run, its parameters written in.' })
  sql!: string;

  @Field(() => [Token], { description: 'The question, stretch by stretch, with what each was taken for.' })
  interpretation!: Token[];

  @Field(() => Confidence, { description: 'How far an answer by this plan could be trusted.' })
  confidence!: Confidence;

  @Field(() => [String], { description: 'Names of the rules that leave records out because your role does not see them.' })
  limitedBy!: string[];
}

export const PlanResult = createUnionType({
  name: 'PlanResult',
  description: 'What a question means, or why that cannot be told.',
  types: () => [Planned, Declined] as const,
  resolveType: (value) => (value instanceof Planned ? Planned : Declined),
});

export const PlanAnswerResult = createUnionType({
  name: 'PlanAnswerResult',
  description: 'What a plan comes to, why there is nothing to tell, or what has to be corrected in it.',
  types: () => [Answer, Declined, InputRefused] as const,
  resolveType: (value) => (value instanceof Answer ? Answer : value instanceof Declined ? Declined : InputRefused),
});
