import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { FindingAction, FindingUnit, LinkKind, Severity } from '../playbooks/report.ts';
import { FindingStatus } from './finding-status.ts';

registerEnumType(FindingStatus, {
  name: 'PilotFindingStatus',
  description: 'How what a pilot found stands.',
  valuesConfig: {
    OPEN: { description: 'Nobody has been asked about it yet.' },
    PROPOSED: { description: 'A person is asked what to do.' },
    ACCEPTED: { description: 'It is being done.' },
    REJECTED: { description: 'A person did not want it, or nobody decided in time.' },
    DONE: { description: 'What was proposed was done; what came of it shows when the pilot looks again.' },
    RESOLVED: { description: 'It is not there any more.' },
  },
});
registerEnumType(Severity, {
  name: 'PilotFindingSeverity',
  description: 'How grave it is.',
  valuesConfig: {
    LOW: { description: 'Good to know.' },
    MEDIUM: { description: 'Somebody should look at it.' },
    HIGH: { description: 'Somebody should look at it soon.' },
    CRITICAL: { description: 'It does harm now.' },
  },
});
registerEnumType(FindingAction, {
  name: 'FindingAction',
  description: 'What a pilot can do about a finding.',
  valuesConfig: {
    TICKET: { description: 'Opens a ticket for a person.' },
    REPLAY_QUARANTINE: { description: 'Tries records again that were set aside.' },
    SYNC_CONNECTION: { description: 'Syncs a connection.' },
    REVOKE_KEY: { description: 'Revokes an API key.' },
  },
});
registerEnumType(FindingUnit, {
  name: 'FindingUnit',
  description: 'What a number of a finding counts.',
  valuesConfig: {
    COUNT: { description: 'Things.' },
    DAYS: { description: 'Days.' },
    MONEY: { description: 'Money in the tenant’s currency.' },
    MONEY_PER_MONTH: { description: 'Money a month in the tenant’s currency.' },
    PERCENT: { description: 'Hundredths.' },
  },
});
registerEnumType(LinkKind, {
  name: 'FindingLinkKind',
  description: 'What a finding leads to.',
  valuesConfig: {
    ENTITY: { description: 'Records of an entity type; the id is its name.' },
    METRIC: { description: 'A metric; the id is its name.' },
    CONNECTION: { description: 'A connection.' },
    SOURCE_OBJECT: { description: 'A table of a source.' },
    DRIFT: { description: 'A change of a source.' },
    REPAIR: { description: 'A proposed repair.' },
    APPROVAL: { description: 'A decision that waits.' },
    ASSET: { description: 'A system of the inventory.' },
    API_KEY: { description: 'An API key.' },
    USER: { description: 'A person.' },
  },
});

@ObjectType({ description: 'Something a finding leads to.', simpleResolvers: true })
export class FindingLink {
  @Field(() => LinkKind, { description: 'What it is.' })
  kind!: LinkKind;

  @Field(() => ID, { description: 'Names it among those of its kind.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;
}

@ObjectType({ description: 'What a pilot proposes to do.', simpleResolvers: true })
export class FindingProposal {
  @Field(() => FindingAction, { description: 'What is done when somebody agrees.' })
  action!: FindingAction;

  @Field(() => String, { description: 'The same in a sentence.' })
  intent!: string;

  @Field(() => Float, { nullable: true, description: 'What it is expected to bring; null when nobody can say in numbers.' })
  benefit!: number | null;

  @Field(() => FindingUnit, { nullable: true, description: 'What the benefit counts; null without one.' })
  benefitUnit!: FindingUnit | null;

  @Field(() => Int, { nullable: true, description: 'How many records or people it touches; null when nobody knows.' })
  touches!: number | null;

  @Field(() => Boolean, { description: 'Whether it can be taken back.' })
  reversible!: boolean;
}

@ObjectType({ description: 'The number that tells whether it got better; less is better.', simpleResolvers: true })
export class FindingMeasure {
  @Field(() => String, { description: 'What is measured.' })
  label!: string;

  @Field(() => FindingUnit, { description: 'What it counts.' })
  unit!: FindingUnit;

  @Field(() => Float, { description: 'When it was found, or found again.' })
  before!: number;

  @Field(() => Float, { description: 'When it was looked at last.' })
  latest!: number;

  @Field(() => Float, { nullable: true, description: 'After something was done about it, or it was gone; null before.' })
  after!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something a pilot found in the data, what it proposes, and what came of that.', simpleResolvers: true })
export class PilotFinding {
  @Field(() => ID, { description: 'Identifies it for good: the same thing found again is the same finding.' })
  id!: string;

  @Field(() => String, { description: 'The analysis that found it: `finops.shadow-spend` …' })
  kind!: string;

  @Field(() => String, { description: 'What was found, in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What it means, in a sentence or two.' })
  detail!: string;

  @Field(() => [String], { description: 'Why, each in a sentence.' })
  reasons!: string[];

  @Field(() => Severity, { description: 'How grave it is.' })
  severity!: Severity;

  @Field(() => FindingStatus, { description: 'How it stands.' })
  status!: FindingStatus;

  @Field(() => GraphQLJSONObject, { description: 'The rows it rests on: `{ columns: [{ label, unit }], rows: [[…]] }`.' })
  evidence!: object;

  @Field(() => [FindingLink], { description: 'Where to look.' })
  links!: FindingLink[];

  @Field(() => FindingProposal, { nullable: true, description: 'What can be done; null when a decision already waits elsewhere.' })
  proposal!: FindingProposal | null;

  @Field(() => FindingMeasure, { description: 'How bad it was and is.' })
  measure!: FindingMeasure;

  @Field(() => GraphQLDateTime, { description: 'When it was found.' })
  firstSeenAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was seen last.' })
  lastSeenAt!: Date;

  @Field(() => Int, { description: 'How often it was seen.' })
  timesSeen!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody was asked last; null when nobody was.' })
  proposedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided; null before.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When what was proposed was done; null before.' })
  doneAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was found to be gone; null while it is there.' })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the person who decided said; null when nothing.' })
  comment!: string | null;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string;
  runId!: string | null;
  foundBy!: string;
}

export const PilotFindingConnection = relayConnection('PilotFinding', PilotFinding);

@InputType('FindingFilter', { description: 'Which findings to list; what is left out does not narrow.' })
export class FindingFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this agent.' })
  agentId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only those of these analyses.' })
  kinds?: string[] | null;

  @Field(() => [FindingStatus], { nullable: true, description: 'Only those that stand like one of these.' })
  statuses?: FindingStatus[] | null;
}

@ObjectType({ description: 'How much better it got where something was done.', simpleResolvers: true })
export class FindingImprovement {
  @Field(() => FindingUnit, { description: 'What the numbers count.' })
  unit!: FindingUnit;

  @Field(() => Int, { description: 'Findings that were acted on and measured since.' })
  findings!: number;

  @Field(() => Float, { description: 'Their measures before, added up.' })
  before!: number;

  @Field(() => Float, { description: 'Their measures after, added up.' })
  after!: number;
}

@ObjectType({ description: 'What became of what an agent found.', simpleResolvers: true })
export class AgentOutcomes {
  @Field(() => Int, { description: 'Findings nobody has been asked about.' })
  open!: number;

  @Field(() => Int, { description: 'Findings a person is asked about.' })
  proposed!: number;

  @Field(() => Int, { description: 'Findings that are being acted on.' })
  accepted!: number;

  @Field(() => Int, { description: 'Findings a person did not want acted on.' })
  rejected!: number;

  @Field(() => Int, { description: 'Findings that were acted on and are still there.' })
  done!: number;

  @Field(() => Int, { description: 'Findings that are gone.' })
  resolved!: number;

  @Field(() => [FindingImprovement], { description: 'How much better it got, by what is counted.' })
  improvements!: FindingImprovement[];
}

@ObjectType({ description: 'The finding was changed.', simpleResolvers: true })
export class FindingChanged {
  @Field(() => PilotFinding, { description: 'The finding as it stands now.' })
  finding!: PilotFinding;
}

export const FindingChangeResult = createUnionType({
  name: 'FindingChangeResult',
  description: 'The finding, or why it was not changed.',
  types: () => [FindingChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : FindingChanged),
});
