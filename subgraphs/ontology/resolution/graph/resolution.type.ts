import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { User } from '../../catalogue/stubs.type.ts';
import { WithinSource } from '../policy/resolution-policy.entity.ts';

registerEnumType(WithinSource, {
  name: 'WithinSource',
  description: 'What is done about records of one source that look alike.',
  valuesConfig: {
    OFF: { description: 'Nothing: a source tells its own records apart.' },
    PROPOSE: { description: 'People are asked; nothing is merged by itself.' },
    MERGE: { description: 'They are merged as those of different sources are.' },
  },
});

@ObjectType('ResolutionPolicy', { description: 'How records of an entity type are resolved.', simpleResolvers: true })
export class ResolutionPolicy {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they are at all; null: as the shipped ontology has it, once several tables feed the type.',
  })
  enabled!: boolean | null;

  @Field(() => WithinSource, { description: 'What is done about records of one source that look alike.' })
  withinSource!: WithinSource;

  @Field(() => Boolean, { description: 'Whether one thing has one record of each source at most; people may merge more.' })
  oneEach!: boolean;

  @Field(() => Float, { nullable: true, description: 'Evidence, in bits, from which records are merged without asking; null: as learned.' })
  matchThreshold!: number | null;

  @Field(() => Float, { nullable: true, description: 'Evidence, in bits, from which a person is asked; null: as learned.' })
  possibleThreshold!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody set it last; null: nobody has.' })
  updatedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who set it last.' })
  updatedBy!: User | null;
}

@ObjectType('ResolutionField', { description: 'An attribute by which records are compared.', simpleResolvers: true })
export class ResolutionField {
  @Field(() => String, { description: 'Name of the attribute.' })
  name!: string;

  @Field(() => String, {
    description: 'What its values are taken for, which says how they are compared: ORGANISATION, PERSON, ADDRESS, PHONE …',
  })
  kind!: string;

  @Field(() => Float, { description: 'Evidence, in bits, for two records being one that an equal value is at most.' })
  most!: number;

  @Field(() => Float, { description: 'Evidence, in bits, against it that a different value is at most; below 0.' })
  least!: number;
}

@ObjectType('ResolutionModel', {
  description: 'What was learned of records of an entity type, without anybody telling.',
  simpleResolvers: true,
})
export class ResolutionModelView {
  @Field(() => GraphQLDateTime, { description: 'When.' })
  learnedAt!: Date;

  @Field(() => Int, { description: 'Of how many records.' })
  records!: number;

  @Field(() => [ResolutionField], { description: 'By what records are compared.' })
  fields!: ResolutionField[];

  @Field(() => Float, { description: 'Evidence, in bits, from which records are merged without asking.' })
  matchThreshold!: number;

  @Field(() => Float, { description: 'Evidence, in bits, from which a person is asked.' })
  possibleThreshold!: number;
}

@ObjectType('ScoreBin', { description: 'How many pairs scored about the same.', simpleResolvers: true })
export class ScoreBin {
  @Field(() => Float, { description: 'Evidence, in bits, from which the bin goes.' })
  from!: number;

  @Field(() => Float, { description: 'Evidence, in bits, below which it ends.' })
  to!: number;

  @Field(() => Int, { description: 'How many pairs were compared that scored so.' })
  pairs!: number;
}

@ObjectType('EntityResolution', { description: 'How records of an entity type are found to be the same thing.', simpleResolvers: true })
export class EntityResolution {
  @Field(() => Boolean, { description: 'Whether records of it are resolved: whether it has golden records.' })
  enabled!: boolean;

  @Field(() => ResolutionPolicy, { description: 'By what rules.' })
  policy!: ResolutionPolicy;

  @Field(() => ResolutionModelView, { nullable: true, description: 'What was learned; null before.' })
  model!: ResolutionModelView | null;

  @Field(() => Int, { nullable: true, description: 'Things of which there are several records; null where rules limit what you see.' })
  clusters!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Records that went into another one’s golden record; null where rules limit what you see.',
  })
  merged!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pairs that wait for a person; null where rules limit what you see.' })
  possible!: number | null;

  @Field(() => [ScoreBin], { description: 'How pairs scored since it was learned, lowest first; nothing where rules limit what you see.' })
  histogram!: ScoreBin[];
}
