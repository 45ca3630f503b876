import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

/** What happened to a record. */
export const RecordChangeKind = { CREATED: 'CREATED', UPDATED: 'UPDATED', REMOVED: 'REMOVED', WHOLE: 'WHOLE' } as const;
export type RecordChangeKind = (typeof RecordChangeKind)[keyof typeof RecordChangeKind];
registerEnumType(RecordChangeKind, {
  name: 'RecordChangeKind',
  description: 'What happened to a record.',
  valuesConfig: {
    CREATED: { description: 'It is new.' },
    UPDATED: { description: 'Something in it, or a link of it, is different.' },
    REMOVED: { description: 'It is gone, or is not among those that were asked for or that you may see (any more).' },
    WHOLE: { description: 'Anything may be different: read the entity type anew, then go on after this place.' },
  },
});

@InputType('RecordFilter', { description: 'Which records: those whose attribute has one of the values.' })
export class RecordFilter {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => [String], { description: 'The values, as they are written in `CanonicalRecord.values`; 100 at most.' })
  values!: string[];
}

@ObjectType('RecordChange', { description: 'That one record changed.', simpleResolvers: true })
export class RecordChange {
  @Field(() => RecordChangeKind, { description: 'What happened.' })
  kind!: RecordChangeKind;

  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Id of the record; null for WHOLE.' })
  recordId!: string | null;

  /** Place in the feed. */
  position!: number;
}

export const RecordChangeConnection = relayConnection('RecordChange', RecordChange);

@ObjectType('CanonicalChange', { description: 'That records of an entity type changed, told once for all that changed together.', simpleResolvers: true })
export class CanonicalChange {
  @Field(() => String, { description: 'Names this place in what happened; pass as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was told.' })
  at!: Date;

  @Field(() => Int, { description: 'How many are new or different, whether they were asked for or not.' })
  changed!: number;

  @Field(() => Int, { description: 'How many are gone.' })
  removed!: number;

  @Field(() => Boolean, { description: 'Whether anything of the type may be different: read it anew.' })
  whole!: boolean;

  /** Names the entity type for good. */
  entityKey!: string;
  /** Places in the feed that it is about: behind the first, up to the last. */
  from!: number;
  upTo!: number;
  filter!: RecordFilter[];
} // prettier-ignore
