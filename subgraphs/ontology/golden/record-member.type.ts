import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Connection, SourceObject } from '../catalogue/stubs.type.ts';

@ObjectType('RecordMember', { description: 'A record of a source that is part of a unified record.', simpleResolvers: true })
export class RecordMember {
  @Field(() => ID, { description: 'Identifies the record of the source for good.' })
  id!: string;

  @Field(() => Connection, { description: 'The connection it was read through.' })
  connection!: Connection;

  @Field(() => SourceObject, { description: 'The table or file it was read from.' })
  object!: SourceObject;

  @Field(() => String, { description: 'Its key at its source; where values are masked for you, its id.' })
  key!: string;

  @Field(() => GraphQLJSONObject, { description: 'What this source says, by name of attribute; by name of relation the value it wrote.' })
  values!: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last seen to change; null when its raw record is gone.' })
  syncedAt!: Date | null;
}

export const RecordMemberConnection = relayConnection('RecordMember', RecordMember);
