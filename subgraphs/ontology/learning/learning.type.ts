import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { MappingLevel } from '../matching/levels-of-trust.ts';
import { ReasonKind } from '../matching/reasons.ts';

registerEnumType(MappingLevel, {
  name: 'MappingLevel',
  description: 'What is done with a proposed field, by how sure the matcher is and by the policy.',
  valuesConfig: {
    AUTO: { description: 'Sure enough to be accepted without a person.' },
    REVIEW: { description: 'Worth a person’s look.' },
    LEAVE: { description: 'Nothing is proposed for it: it stays the tenant’s own, or is too unsure to be taken.' },
  },
});

registerEnumType(ReasonKind, {
  name: 'MappingReasonKind',
  description: 'What kind of evidence a reason is.',
  valuesConfig: {
    NAME: { description: 'The column’s name is, or is like, one of the attribute’s.' },
    MEANING: { description: 'Words of both are used for the same thing.' },
    TYPE: { description: 'The type of its values.' },
    VALUES: { description: 'What its values look like.' },
    DESCRIPTION: { description: 'What the source says of the column.' },
    KEY: { description: 'It tells records apart, or names those of another table.' },
    VENDOR: { description: 'The vendor documents it.' },
    PAST: { description: 'Earlier decisions about columns like it.' },
    PERSON: { description: 'A person chose it.' },
    RIVALS: { description: 'Other columns or attributes that were nearer.' },
  },
});

@ObjectType('MappingReason', { description: 'Why a column is, or is not, an attribute.', simpleResolvers: true })
export class MappingReason {
  @Field(() => ReasonKind, { description: 'What kind of evidence it is.' })
  kind!: ReasonKind;

  @Field(() => Float, { description: 'How much it weighs, −1 to 1: above 0 for the attribute, below 0 against it.' })
  weight!: number;

  @Field(() => String, { description: 'The reason in a sentence.' })
  text!: string;
}

@ObjectType('MappingLearning', { description: 'What a proposal for a column owes to earlier decisions.', simpleResolvers: true })
export class MappingLearning {
  @Field(() => Int, { description: 'How many decisions about columns like it were there.' })
  decisions!: number;
}

@ObjectType('MappingThresholds', { description: 'From which confidence on a field is of which level.', simpleResolvers: true })
export class MappingThresholds {
  @Field(() => Float, { description: 'At or above it a field is AUTO.' })
  auto!: number;

  @Field(() => Float, { description: 'At or above it a field is REVIEW, below it LEAVE.' })
  review!: number;
}

@ObjectType('MatcherFit', { description: 'The matcher’s weights as fitted on your own pairs.', simpleResolvers: true })
export class MatcherFit {
  @Field(() => Int, { description: 'Pairs they were fitted on.' })
  pairs!: number;

  @Field(() => Float, { description: 'Share of these pairs that the shipped weights tell right by names alone.' })
  rightBefore!: number;

  @Field(() => Float, { description: 'Share of these pairs that your weights tell right by names alone.' })
  rightAfter!: number;

  @Field(() => GraphQLDateTime, { description: 'When they were fitted.' })
  fittedAt!: Date;
}

@ObjectType('MappingPolicy', { description: 'What your company does with proposed mappings.', simpleResolvers: true })
export class MappingPolicy {
  @Field(() => Boolean, { description: 'Whether proposals in which every field is AUTO or LEAVE are accepted without a person.' })
  autoAccept!: boolean;

  @Field(() => MappingThresholds, { description: 'From which confidence on a field is of which level.' })
  thresholds!: MappingThresholds;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was set; null: it never was, and the shipped one holds.' })
  changedAt!: Date | null;

  @Field(() => MatcherFit, { nullable: true, description: 'Your own weights of the matcher; null: the shipped ones are used.' })
  matcher!: MatcherFit | null;
}

@ObjectType('MappingPair', { description: 'A field of a source and an attribute, and how far they are the same.', simpleResolvers: true })
export class MappingPair {
  @Field(() => ID, { description: 'Identifies the pair.' })
  id!: string;

  @Field(() => String, { description: 'What the object of the field is called at its source.' })
  object!: string;

  @Field(() => String, { description: 'The field’s name at its source.' })
  field!: string;

  @Field(() => String, { description: 'Entity type of the attribute, in PascalCase.' })
  entityType!: string;

  @Field(() => String, { description: 'The attribute, in camelCase.' })
  attribute!: string;

  @Field(() => Float, { description: 'How far they are the same, 0 to 1.' })
  score!: number;

  @Field(() => Int, { description: 'How often it was decided, or imported, so.' })
  times!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was last.' })
  at!: Date;
}

export const MappingPairConnection = relayConnection('MappingPair', MappingPair);

@ObjectType('SimilarPastMapping', { description: 'An earlier decision about a column like this one.', simpleResolvers: true })
export class SimilarPastMapping {
  @Field(() => MappingPair, { description: 'The column and the attribute it was about.' })
  pair!: MappingPair;

  @Field(() => Boolean, { description: 'Whether it was accepted; else it was rejected.' })
  accepted!: boolean;

  @Field(() => Float, { description: 'How near both columns are, 0 to 1; 1: the same words.' })
  similarity!: number;
}

@ObjectType('MappingPolicySet', { description: 'The policy that holds from now on.', simpleResolvers: true })
export class MappingPolicySet {
  @Field(() => MappingPolicy, { description: 'The policy.' })
  policy!: MappingPolicy;
}

@ObjectType('MappingPairsImported', { description: 'Pairs were kept, and the matcher’s weights fitted on all there are.', simpleResolvers: true })
export class MappingPairsImported {
  @Field(() => MatcherFit, { description: 'The weights that are used from now on.' })
  matcher!: MatcherFit;
} // prettier-ignore

export const SetMappingPolicyResult = createUnionType({
  name: 'SetMappingPolicyResult',
  description: 'The policy was set, or what has to be corrected first.',
  types: () => [MappingPolicySet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MappingPolicySet),
});

export const ImportMappingPairsResult = createUnionType({
  name: 'ImportMappingPairsResult',
  description: 'The pairs were kept, or what has to be corrected first.',
  types: () => [MappingPairsImported, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MappingPairsImported),
});
