import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { MaskedIdentifier } from '../erasure/erasure.type.ts';
import { User } from '../../user/user.type.ts';

export const ExportStatus = { COLLECTING: 'COLLECTING', READY: 'READY', EXPIRED: 'EXPIRED', FAILED: 'FAILED' } as const;
export type ExportStatus = (typeof ExportStatus)[keyof typeof ExportStatus];
registerEnumType(ExportStatus, {
  name: 'PersonExportStatus',
  description: 'How an archive about a person stands.',
  valuesConfig: {
    COLLECTING: { description: 'It is being made.' },
    READY: { description: 'It can be downloaded.' },
    EXPIRED: { description: 'Its time is over.' },
    FAILED: { description: 'Its run failed; resumed, it goes on.' },
  },
});

@ObjectType({ description: 'Everything that is known about a person, as an archive.', simpleResolvers: true })
export class PersonExport {
  @Field(() => ID, { description: 'Identifies the archive; the run that makes it has the same id.' })
  id!: string;

  @Field(() => ExportStatus, { description: 'How it stands.' })
  status!: ExportStatus;

  @Field(() => [MaskedIdentifier], { description: 'By what the person was found.' })
  subject!: MaskedIdentifier[];

  @Field(() => Int, { description: 'Rows in it.' })
  records!: number;

  @Field(() => Boolean, { description: 'Whether there was more than an archive may hold.' })
  truncated!: boolean;

  @Field(() => String, { nullable: true, description: 'Path that the JSON is downloaded from, logged in; null until it is READY.' })
  path!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it is deleted.' })
  expiresAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who asked for it.' })
  requestedBy!: User | null;
}

export const PersonExportConnection = relayConnection('PersonExport', PersonExport);

@ObjectType({ description: 'An archive is being made.', simpleResolvers: true })
export class PersonExportStarted {
  @Field(() => PersonExport, { description: 'The archive.' })
  export!: PersonExport;
}

export const ExportPersonResult = createUnionType({
  name: 'ExportPersonResult',
  description: 'The archive that is being made, or what has to be corrected.',
  types: () => [PersonExportStarted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : PersonExportStarted),
});
