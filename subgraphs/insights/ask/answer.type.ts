import { GraphQLJSON } from 'graphql-scalars';
import { Directive, Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { AnswerFacts } from '../answer/answer-types.ts';
import { encodingOf } from '../answer/encoding.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Refusal } from '../compose/interpret.ts';
import { attributeReference, Metric, metricOf } from '../metrics/metric.type.ts';
import { Persona, UnitKind } from '../metrics/metric-enums.ts';
import { encodeAnswerId } from './answer-id.ts';
import { BreakdownItem, Connection, Delta, LineageEntry, ResultColumn, SeriesPoint, SourceObject } from './answer-parts.type.ts';
import { ChartKind } from './chart.type.ts';
import { ChartEncoding } from './encoding.type.ts';
import { Confidence, Trend } from './confidence.type.ts';
import { Token, tokensOf } from './token.type.ts';
import { Verdict } from './verdict.type.ts';

@Directive('@key(fields: "id")')
@ObjectType('Answer', {
  description: 'What a question means, what it comes to, how sure that is, and where it comes from.',
  simpleResolvers: true,
})
export class Answer {
  @Field(() => ID, { description: 'Names question and persona: the same id asks again on the data of the day.' })
  id!: string;

  @Field(() => String, { description: 'The question as it was asked.' })
  question!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes it was asked.' })
  persona!: Persona | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole question that a follow-up was read as, together with what went before; null for a question of its own.',
  })
  readAs!: string | null;

  @Field(() => String, { description: 'The answer in one sentence.' })
  text!: string;

  @Field(() => Verdict, { nullable: true, description: 'Yes or no, and why, where the question asks for it or for a judgement.' })
  verdict!: Verdict | null;

  @Field(() => ChartKind, { description: 'How it is best shown; as the question wishes, where it does.' })
  chart!: ChartKind;

  @Field(() => ChartEncoding, { description: 'Which columns go where in that chart.' })
  encoding!: ChartEncoding;

  @Field(() => Metric, { nullable: true, description: 'The metric asked for; null for numbers and lists that need none.' })
  metric!: Metric | null;

  @Field(() => String, { description: 'What the number or list is called.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'The one number; for a list, how many there are; null when there is no single one.' })
  value!: number | null;

  @Field(() => UnitKind, { description: 'What the number counts.' })
  unit!: UnitKind;

  @Field(() => String, { nullable: true, description: 'The number as people read it.' })
  formattedValue!: string | null;

  @Field(() => Delta, { nullable: true, description: 'The change since the period compared with, or the one before.' })
  delta!: Delta | null;

  @Field(() => Trend, { nullable: true, description: 'Where the number is heading.' })
  trend!: Trend | null;

  @Field(() => [ResultColumn], { description: 'Columns of the table behind the answer.' })
  columns!: ResultColumn[];

  @Field(() => [[GraphQLJSON]], { nullable: 'items', description: 'Rows of the table, at most 500; cells in the order of the columns.' })
  rows!: AnswerFacts['rows'];

  @Field(() => Boolean, { description: 'Whether there were more rows.' })
  truncated!: boolean;

  @Field(() => [SeriesPoint], { description: 'The number over time, oldest first; empty when the records carry no date.' })
  series!: SeriesPoint[];

  @Field(() => [BreakdownItem], { description: 'The number by its most telling dimension, largest first.' })
  breakdown!: BreakdownItem[];

  @Field(() => Confidence, { description: 'How far the answer can be trusted.' })
  confidence!: Confidence;

  @Field(() => [Token], { description: 'The question, stretch by stretch, with what each was taken for.' })
  interpretation!: Token[];

  @Field(() => String, { description: 'The SQL that was run, its parameters written in.' })
  sql!: string;

  @Field(() => [String], {
    description: 'Names of the rules that left records out because your role does not see them; empty when none did.',
  })
  limitedBy!: string[];

  @Field(() => [LineageEntry], { description: 'Where the numbers come from.' })
  lineage!: LineageEntry[];

  @Field(() => [String], { description: 'Questions to go on with; each can be answered.' })
  followUps!: string[];

  /** For the galaxy, which is computed only when it is asked for. */
  facts!: AnswerFacts;
}

export const DeclineReason = {
  NOT_UNDERSTOOD: 'NOT_UNDERSTOOD',
  NOT_AVAILABLE: 'NOT_AVAILABLE',
  AMBIGUOUS: 'AMBIGUOUS',
  NO_DATA: 'NO_DATA',
  NOT_PERMITTED: 'NOT_PERMITTED',
  PERSONAL_DATA: 'PERSONAL_DATA',
  EMPTY: 'EMPTY',
  TOO_LONG: 'TOO_LONG',
  NOT_ENGLISH: 'NOT_ENGLISH',
  CODE: 'CODE',
  INSTRUCTIONS: 'INSTRUCTIONS',
  OTHER_COMPANY: 'OTHER_COMPANY',
  SMALL_TALK: 'SMALL_TALK',
  HELP: 'HELP',
} as const;
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];
registerEnumType(DeclineReason, {
  name: 'DeclineReason',
  description: 'Why a question is not answered.',
  valuesConfig: {
    NOT_UNDERSTOOD: { description: 'Words that matter were not understood.' },
    NOT_AVAILABLE: { description: 'The connected data cannot tell.' },
    AMBIGUOUS: { description: 'It can mean several things that differ.' },
    NO_DATA: { description: 'There is no data for what was asked.' },
    NOT_PERMITTED: { description: 'It would tell of values that your role does not see.' },
    PERSONAL_DATA: { description: 'It holds personal data that the policy keeps out of questions.' },
    EMPTY: { description: 'There is no word in it.' },
    TOO_LONG: { description: 'It is longer than a question may be.' },
    NOT_ENGLISH: { description: 'It is in a language other than English.' },
    CODE: { description: 'It is SQL or a program; questions are asked in plain English.' },
    INSTRUCTIONS: { description: 'It tells the system how to behave in place of asking about data.' },
    OTHER_COMPANY: { description: "It asks for another company's data." },
    SMALL_TALK: { description: 'It asks nothing about the business.' },
    HELP: { description: 'It asks what can be asked: the suggestions are examples.' },
  },
});

@ObjectType('Declined', { description: 'A question that is not answered, with the reason and what would help.', simpleResolvers: true })
export class Declined {
  @Field(() => ID, {
    nullable: true,
    description: 'Names the question, to say what it should have been taken for (`rateAnswer`); null where none was read.',
  })
  id: string | null = null;

  @Field(() => String, { description: 'The question as it was asked.' })
  question!: string;

  @Field(() => DeclineReason, { description: 'The kind of reason.' })
  reason!: DeclineReason;

  @Field(() => String, { description: 'The reason in a sentence.' })
  text!: string;

  @Field(() => [String], { description: 'Words that were not understood.' })
  notUnderstood!: string[];

  @Field(() => [String], { description: 'What the data does not have.' })
  missing!: string[];

  @Field(() => [String], { description: 'What would make it answerable.' })
  wouldHelp!: string[];

  @Field(() => [Token], { description: 'The question, stretch by stretch, with what each could be.' })
  interpretation!: Token[];

  @Field(() => [String], { description: 'Questions near it that can be answered.' })
  suggestions!: string[];
}

/** An answer as the graph shows it. */
export function answerOf(knowledge: Knowledge, facts: AnswerFacts): Answer {
  const bound = facts.metric === null ? undefined : knowledge.metrics.get(facts.metric);
  const {
    tokens,
    lineage,
    plan: _plan,
    metric: _metric,
    currency: _currency,
    domain: _domain,
    interpretation: _interpretation,
    ...shown
  } = facts;
  return Object.assign(new Answer(), shown, {
    id: encodeAnswerId(facts.question, facts.persona),
    readAs: null,
    encoding: Object.assign(new ChartEncoding(), encodingOf(facts.plan, facts.chart, facts.columns.length)),
    metric: bound === undefined ? null : metricOf(knowledge, bound),
    interpretation: tokensOf(facts.question, tokens),
    lineage: lineage.map((entry) => ({
      connection: Object.assign(new Connection(), { id: entry.connectionId }),
      object: Object.assign(new SourceObject(), { id: entry.objectId }),
      columns: entry.columns,
      entity: entry.entity,
      attributes: entry.attributeIds.map(attributeReference),
    })),
    facts,
  });
}

/** A refusal as the graph shows it. */
export function declinedOf(
  question: string,
  refusal: Omit<Refusal, 'reason'> & { reason: DeclineReason },
  suggestions: string[],
): Declined {
  const { tokens, ...shown } = refusal;
  const id = question.trim() === '' ? null : encodeAnswerId(question, null);
  return Object.assign(new Declined(), shown, { id, question, interpretation: tokensOf(question, tokens), suggestions });
}
