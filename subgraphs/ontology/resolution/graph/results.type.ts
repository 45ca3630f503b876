import { Field, Float, InputType, ObjectType, createUnionType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { Run } from '../../catalogue/stubs.type.ts';
import { EntityType } from '../../catalogue/entity-type.type.ts';
import { WithinSource } from '../policy/resolution-policy.entity.ts';
import { ResolutionChange } from './change.type.ts';

@InputType({ description: 'How records of an entity type are to be resolved; what is left out is as it comes.' })
export class ResolutionPolicyInput {
  @Field(() => String, { description: 'Name of the entity type.' })
  entityType!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are at all.' })
  enabled?: boolean | null;

  @Field(() => WithinSource, { nullable: true, description: 'What is done about records of one source that look alike.' })
  withinSource?: WithinSource | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one thing has one record of each source at most.' })
  oneEach?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'Evidence, in bits, from which records are merged without asking.' })
  matchThreshold?: number | null;

  @Field(() => Float, { nullable: true, description: 'Evidence, in bits, from which a person is asked.' })
  possibleThreshold?: number | null;
}

@ObjectType({ description: 'The policy is in force.', simpleResolvers: true })
export class ResolutionPolicySet {
  @Field(() => EntityType, { description: 'The entity type it is of.' })
  entityType!: EntityType;

  @Field(() => Run, { nullable: true, description: 'The run that goes through all records by it; null where nothing is resolved.' })
  run!: Run | null;
}

@ObjectType({ description: 'All records of an entity type are gone through.', simpleResolvers: true })
export class ResolutionStarted {
  @Field(() => Run, { description: 'The run that does it.' })
  run!: Run;
}

@ObjectType({ description: 'It has been done, and can be taken back.', simpleResolvers: true })
export class ResolutionDone {
  @Field(() => ResolutionChange, { description: 'What became of the records.' })
  change!: ResolutionChange;
}

@ObjectType({ description: 'Whether a person has confirmed a golden record.', simpleResolvers: true })
export class RecordVerified {
  @Field(() => Boolean, { description: 'Whether it is confirmed now.' })
  verified!: boolean;
}

const resolveType =
  <T extends object>(type: new () => T) =>
  (value: object): (new () => T) | typeof InputRefused =>
    'problems' in value ? InputRefused : type;

export const SetResolutionPolicyResult = createUnionType({ name: 'SetResolutionPolicyResult', types: () => [ResolutionPolicySet, InputRefused] as const, description: 'The policy, or why not.', resolveType: resolveType(ResolutionPolicySet) }); // prettier-ignore
export const ResolveNowResult = createUnionType({ name: 'ResolveNowResult', types: () => [ResolutionStarted, InputRefused] as const, description: 'The run, or why there is none.', resolveType: resolveType(ResolutionStarted) }); // prettier-ignore
export const ResolutionResult = createUnionType({ name: 'ResolutionResult', types: () => [ResolutionDone, InputRefused] as const, description: 'What was done, or why not.', resolveType: resolveType(ResolutionDone) }); // prettier-ignore
export const VerifyRecordResult = createUnionType({ name: 'VerifyRecordResult', types: () => [RecordVerified, InputRefused] as const, description: 'How it stands, or why not.', resolveType: resolveType(RecordVerified) }); // prettier-ignore
