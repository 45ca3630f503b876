import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { RepairStatus, type StoredChange } from './repair.entity.ts';

registerEnumType(RepairStatus, {
  name: 'RepairStatus',
  description: 'How a repair stands.',
  valuesConfig: {
    PROPOSED: { description: 'It waits for a person; records of its object wait in quarantine.' },
    APPLIED: { description: 'The object is read as it says.' },
    REJECTED: { description: 'A person turned it down; as long as its drift is there it can still be accepted.' },
    ROLLED_BACK: { description: 'It was applied, and taken back.' },
    EXPIRED: { description: 'Nobody decided in time, or the source has changed again.' },
  },
});

@ObjectType({ description: 'What a repair does about one column.', simpleResolvers: true })
export class RepairChange implements StoredChange {
  @Field(() => String, { description: 'The column that everything downstream knows.' })
  column!: string;

  @Field(() => String, { description: 'How the source changed it: a DriftKind.' })
  kind!: string;

  @Field(() => [String], { description: 'Fields it is read from; none: a person has to say.' })
  from!: string[];

  @Field(() => String, { description: 'What is done with them, in words.' })
  how!: string;

  @Field(() => Float, { description: 'How sure that is, 0 to 1.' })
  confidence!: number;

  @Field(() => [String], { description: 'Other fields that it could be read from, the likeliest first.' })
  candidates!: string[];

  evidence!: string[];
}

@ObjectType('RepairPreview', { description: 'One record as it is and as a repair would have it.', simpleResolvers: true })
export class RepairPreviewView {
  @Field(() => GraphQLJSONObject, { nullable: true, description: 'The columns that change, as they landed.' })
  before!: Record<string, unknown> | null;

  @Field(() => GraphQLJSONObject, {
    description: 'The same read of what the source has now; of a column nobody can read yet, the fields that it could be.',
  })
  after!: Record<string, unknown>;
}

@ObjectType('AvailableField', { description: 'A field that the source has now.', simpleResolvers: true })
export class AvailableFieldView {
  @Field(() => String, { description: 'Its name; dotted where it stands within another one.' })
  path!: string;

  @Field(() => String, { description: 'Its type.' })
  type!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Approval', { description: 'Something an agent wants to do and may not without a person’s decision.', simpleResolvers: true })
export class Approval {
  @Field(() => ID, { description: 'Identifies the approval for good.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('RepairProposal', { description: 'A new way to read an object that has changed at its source.', simpleResolvers: true })
export class RepairProposal {
  @Field(() => ID, { description: 'Identifies the repair for good.' })
  id!: string;

  @Field(() => RepairStatus, { description: 'How it stands.' })
  status!: RepairStatus;

  @Field(() => Float, { description: 'How sure the least sure of its changes is, 0 to 1.' })
  confidence!: number;

  @Field(() => Boolean, { description: 'Whether nobody was asked.' })
  automatic!: boolean;

  @Field(() => String, { nullable: true, description: 'Why a person has to decide; null when nobody has to.' })
  reason?: string | null | undefined;

  @Field(() => Int, { description: 'Records of the object that it is about.' })
  affected!: number;

  @Field(() => [AvailableFieldView], { description: 'What the source offered when it was made: what changes may name.' })
  available!: AvailableFieldView[];

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  proposedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be decided.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was applied, decided, taken back or expired.' })
  decidedAt?: Date | null | undefined;

  changes!: StoredChange[];
  connectionId!: string;
  objectId!: string;
  approvalId?: string | null | undefined;
  replayRunId?: string | null | undefined;
  decidedBy?: string | null | undefined;
}

export const RepairProposalConnection = relayConnection('RepairProposal', RepairProposal);

@ObjectType({ description: 'A repair was decided.', simpleResolvers: true })
export class RepairDecided {
  @Field(() => RepairProposal, { description: 'The repair as it stands now.' })
  repair!: RepairProposal;
}

export const RepairResult = createUnionType({
  name: 'RepairResult',
  description: 'The decided repair, or what has to be corrected first.',
  types: () => [RepairDecided, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : RepairDecided),
});
