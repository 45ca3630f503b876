import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { dollars } from '../agent/money.ts';
import type { GovernanceDecisionRow } from './governance.entity.ts';
import { Verdict } from './governor.ts';

registerEnumType(Verdict, {
  name: 'GovernanceVerdict',
  description: 'What becomes of what an agent was about to do.',
  valuesConfig: {
    EXECUTE: { description: 'It is done.' },
    SUPERVISE: { description: 'It is done while people are told to watch.' },
    PROPOSE: { description: 'A person decides first.' },
    TRAIN: { description: 'It is not done; the agent has to be trained first.' },
    DENY: { description: 'It is not done.' },
  },
});

@ObjectType('Judgement', { description: 'What would become of an action now.', simpleResolvers: true })
export class JudgementView {
  @Field(() => Verdict, { description: 'What becomes of it.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason!: string;

  @Field(() => String, {
    description: 'Which rule decided: policy:<id>, agent, limits, autonomy, always-confirm, capability, maturity, unknown or failure.',
  })
  rule!: string;

  @Field(() => Int, { description: 'Of what agents are judged by, when it was judged.' })
  version!: number;
}

@ObjectType('GovernanceDecision', { description: 'What an agent was about to do, and what became of it.', simpleResolvers: true })
export class GovernanceDecision {
  @Field(() => ID, { description: 'Identifies the decision for good.' })
  id!: string;

  @Field(() => String, { description: 'Name of the action.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Address of the step within its run; null outside of runs.' })
  path!: string | null;

  @Field(() => Int, { nullable: true, description: 'How complex it was, 1 to 4; null: it was screened, not judged.' })
  complexity!: number | null;

  @Field(() => Float, { nullable: true, description: 'Dollars it was about; null: none, or unknown.' })
  amount!: number | null;

  @Field(() => Verdict, { description: 'What became of it.' })
  verdict!: Verdict;

  @Field(() => String, {
    description:
      'Which rule decided: policy:<id>, agent, limits, autonomy, always-confirm, capability, maturity, unknown, failure, screen:input, screen:output.',
  })
  rule!: string;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason!: string;

  @Field(() => Int, { description: 'Of what agents are judged by, when it was judged; 0: it was screened.' })
  version!: number;

  @Field(() => [String], { description: 'What screening found, in sentences.' })
  findings!: string[];

  @Field(() => GraphQLDateTime, { description: 'When it was decided.' })
  decidedAt!: Date;

  /** Behind computed fields; not part of the graph. */
  agentId!: string;
  runId!: string | null;
}
export const GovernanceDecisionConnection = relayConnection('GovernanceDecision', GovernanceDecision);

/** As the graph shows it. */
export function decisionOf(row: GovernanceDecisionRow): GovernanceDecision {
  const { id, action, verdict, rule, reason, version, findings, decidedAt, agentId } = row;
  return Object.assign(new GovernanceDecision(), {
    id, action, verdict, rule, reason, version, findings, decidedAt, agentId,
    path: row.path ?? null, runId: row.runId ?? null, complexity: row.complexity ?? null,
    amount: row.amountMicros == null ? null : dollars(row.amountMicros),
  }); // prettier-ignore
}
