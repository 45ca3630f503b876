import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { RecordLineage } from '../../catalogue/record.type.ts';
import { User } from '../../catalogue/stubs.type.ts';
import type { PairRow } from '../store/pairs.ts';

export const PairStatus = { MATCH: 'MATCH', POSSIBLE: 'POSSIBLE', NON_MATCH: 'NON_MATCH' } as const;
export type PairStatus = (typeof PairStatus)[keyof typeof PairStatus];
registerEnumType(PairStatus, {
  name: 'PairStatus',
  description: 'What is thought of two records.',
  valuesConfig: {
    MATCH: { description: 'They are the same thing.' },
    POSSIBLE: { description: 'They may be: a person is asked.' },
    NON_MATCH: { description: 'They are not; kept where a person said so.' },
  },
});

export const PairDecision = { MATCH: 'MATCH', NON_MATCH: 'NON_MATCH' } as const;
export type PairDecision = (typeof PairDecision)[keyof typeof PairDecision];
registerEnumType(PairDecision, {
  name: 'PairDecision',
  description: 'What a person says of two records.',
  valuesConfig: {
    MATCH: { description: 'They are the same thing.' },
    NON_MATCH: { description: 'They are not, and never are to be merged.' },
  },
});

export const ComparisonLevel = {
  SAME: 'SAME',
  NEAR: 'NEAR',
  CLOSE: 'CLOSE',
  LIKE: 'LIKE',
  DIFFERENT: 'DIFFERENT',
  MISSING: 'MISSING',
} as const;
registerEnumType(ComparisonLevel, {
  name: 'ComparisonLevel',
  description: 'How alike two values are.',
  valuesConfig: {
    SAME: { description: 'The same.' },
    NEAR: { description: 'Nearly the same.' },
    CLOSE: { description: 'Close.' },
    LIKE: { description: 'Something alike.' },
    DIFFERENT: { description: 'Different.' },
    MISSING: { description: 'One of the two has none.' },
  },
});

@ObjectType('PairComparison', { description: 'How one attribute of two records compares.', simpleResolvers: true })
export class PairComparison {
  @Field(() => String, { description: 'Name of the attribute.' })
  field!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => ComparisonLevel, { description: 'How alike the values are.' })
  level!: keyof typeof ComparisonLevel;

  @Field(() => Float, { description: 'Evidence, in bits, for (above 0) or against (below 0) the two being one.' })
  weight!: number;

  @Field(() => String, { nullable: true, description: 'The same in a sentence; null for those whom rules about data restrict.' })
  sentence!: string | null;
}

@ObjectType('ResolutionMember', { description: 'A record of a source, as it goes into a golden record.', simpleResolvers: true })
export class ResolutionMember {
  @Field(() => ID, { description: 'Identifies the record of the source for good.' })
  id!: string;

  @Field(() => ID, { description: 'The golden record it belongs to now.' })
  recordId!: string;

  @Field(() => String, { description: 'What people call it.' })
  title!: string;

  @Field(() => GraphQLJSONObject, { description: 'Its values by name of attribute.' })
  values!: Record<string, unknown>;

  @Field(() => [String], { description: 'Attributes whose values your role does not see as they are.' })
  masked!: string[];

  @Field(() => RecordLineage, { description: 'Where it comes from.' })
  lineage!: RecordLineage;
}

@ObjectType('ResolutionPair', { description: 'Two records and what speaks for their being one.', simpleResolvers: true })
export class ResolutionPair {
  @Field(() => ID, { description: 'Identifies the pair for good.' })
  id!: string;

  @Field(() => PairStatus, { description: 'What is thought of them.' })
  status!: PairStatus;

  @Field(() => Float, { nullable: true, description: 'Evidence, in bits, for their being one; null where only a person said it.' })
  weight!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same as a probability, 0 to 1.' })
  probability!: number | null;

  @Field(() => User, { nullable: true, description: 'Who decided; null: nobody but the scores.' })
  decidedBy!: User | null;

  @Field(() => GraphQLDateTime, { description: 'Since when it stands so.' })
  decidedAt!: Date;

  entity!: ModelEntity;
  row!: PairRow;
}

export const ResolutionPairConnection = relayConnection('ResolutionPair', ResolutionPair);
