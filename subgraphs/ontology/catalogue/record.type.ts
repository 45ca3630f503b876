import { GraphQLJSONObject } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Connection, SourceObject } from './stubs.type.ts';

@ObjectType('RecordLineage', { description: 'Where a record comes from.', simpleResolvers: true })
export class RecordLineage {
  @Field(() => Connection, { description: 'The connection it was read through.' })
  connection!: Connection;

  @Field(() => SourceObject, { description: 'The table or file it was read from.' })
  object!: SourceObject;

  @Field(() => String, { description: "The record's key at its source." })
  sourceKey!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('CanonicalRecord', { description: 'One unified record of an entity type.', simpleResolvers: true })
export class CanonicalRecord {
  @Field(() => ID, {
    description: 'Identifies the record for good. Records that turn out to be the same thing become one; the ids that end lead to it.',
  })
  id!: string;

  @Field(() => String, { description: 'What people call the record; its key when nothing names it.' })
  title!: string;

  @Field(() => GraphQLJSONObject, { description: 'Values by name of attribute; by name of relation the value the source wrote.' })
  values!: Record<string, unknown>;

  @Field(() => [String], { description: 'Attributes whose values your role does not see as they are: null, a pseudonym, or a part.' })
  masked!: string[];

  @Field(() => RecordLineage, { description: 'Where the record comes from.' })
  lineage!: RecordLineage;

  @Field(() => ID, {
    nullable: true,
    description: 'The id it was asked for by, when that record has become part of this one; null when it was asked for by its own.',
  })
  redirectedFrom!: string | null;

  entity!: ModelEntity;
}

export const CanonicalRecordConnection = relayConnection('CanonicalRecord', CanonicalRecord);
