import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const SourceObjectStatus = { READY: 'READY', SKIPPED: 'SKIPPED' } as const;
export type SourceObjectStatus = (typeof SourceObjectStatus)[keyof typeof SourceObjectStatus];
registerEnumType(SourceObjectStatus, {
  name: 'SourceObjectStatus',
  description: 'Whether an object is a table.',
  valuesConfig: {
    READY: { description: 'A table whose records land.' },
    SKIPPED: { description: 'No table: empty, binary, without a header, documentation, gone. statusReason says which.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('SourceObject', { description: 'One table-like thing of a connection, such as a file.', simpleResolvers: true })
export class SourceObject {
  @Field(() => ID, { description: 'Identifies the object for good.' })
  id!: string;

  @Field(() => String, { description: 'Its name at the source, without an extension.' })
  name!: string;

  @Field(() => String, { description: 'Where it is within the connection.' })
  path!: string;

  @Field(() => SourceObjectStatus, { description: 'Whether it is a table.' })
  status!: SourceObjectStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is skipped, as a code: EMPTY_FILE, BINARY_FILE, NOT_TABULAR, DOCUMENTATION, …',
  })
  statusCode?: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Why it is skipped, in a sentence; null otherwise.' })
  statusReason?: string | null | undefined;

  @Field(() => [String], { description: 'What people should know about how it was read: its encoding, titles left out.' })
  notes!: string[];

  @Field(() => Int, { description: 'Records that land.' })
  rowCount!: number;

  @Field(() => Int, { description: 'Records that could not land.' })
  quarantinedCount!: number;

  connectionId!: string;
  schemaId?: string | null | undefined;
}

export const SourceObjectConnection = relayConnection('SourceObject', SourceObject);

@ObjectType({ description: 'A record that could not land, with its line and the reason. Nothing of it is lost.', simpleResolvers: true })
export class QuarantinedRecord {
  @Field(() => ID, { description: 'Identifies the record in quarantine.' })
  id!: string;

  @Field(() => Int, { description: 'Line of the source on which it starts.' })
  line!: number;

  @Field(() => String, { description: 'What is wrong, as a code: TOO_FEW_CELLS, VALUE_MISFIT, RECORD_TOO_LONG, …' })
  code!: string;

  @Field(() => String, { description: 'What is wrong, in a sentence.' })
  reason!: string;

  @Field(() => String, { description: 'The record as written, at most 2 000 characters of it.' })
  raw!: string;
}

export const QuarantinedRecordConnection = relayConnection('QuarantinedRecord', QuarantinedRecord);
