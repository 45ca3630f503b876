import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { PlaceKind } from '../../../kernel/privacy/place.ts';
import { IdentifierKind } from '../../../kernel/privacy/subject/identifier.ts';
import { User } from '../../user/user.type.ts';

registerEnumType(PlaceKind, {
  name: 'PersonalDataPlace',
  description: 'Where something about a person may stand.',
  valuesConfig: {
    RAW: { description: 'Records as they came from their source.' },
    QUARANTINE: { description: 'Records that were set aside.' },
    CANONICAL: { description: 'Unified records.' },
    MODEL: { description: 'What is known of sources and their values: profiles, examples, mappings.' },
    QUESTIONS: { description: 'Questions and dashboards.' },
    APPROVALS: { description: 'Approvals and comments on them.' },
    RUNS: { description: 'Runs and their steps.' },
    EVENTS: { description: 'The event log.' },
    USERS: { description: 'People of the workspace.' },
    NOTIFICATIONS: { description: 'Notifications.' },
    JOURNAL: { description: 'The journal and the audit trail.' },
    OTHER: { description: 'Anything else.' },
  },
});
registerEnumType(IdentifierKind, {
  name: 'IdentifierKind',
  description: 'By what a person is found.',
  valuesConfig: {
    EMAIL: { description: 'A whole e-mail address.' },
    PHONE: { description: 'A telephone number, best with its country code; spaces and signs do not matter.' },
    NAME: { description: 'A full name. Namesakes are found too: the preview says how many there are.' },
    KEY: { description: 'The key of a record, such as a customer number, with the table it is of.' },
  },
});

export const Treatment = { PSEUDONYMISE: 'PSEUDONYMISE', ERASE: 'ERASE' } as const;
export type Treatment = (typeof Treatment)[keyof typeof Treatment];
registerEnumType(Treatment, {
  name: 'ErasureTreatment',
  description: 'What becomes of records about a person.',
  valuesConfig: {
    PSEUDONYMISE: { description: 'What identifies the person is replaced for good; numbers stay, so that sums stay right.' },
    ERASE: { description: 'Records about the person go; where they are only mentioned, what identifies them is replaced.' },
  },
});

export const ErasureStatus = {
  SEARCHING: 'SEARCHING',
  AWAITING_CONFIRMATION: 'AWAITING_CONFIRMATION',
  ERASING: 'ERASING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type ErasureStatus = (typeof ErasureStatus)[keyof typeof ErasureStatus];
registerEnumType(ErasureStatus, {
  name: 'ErasureStatus',
  description: 'How a request to be forgotten stands.',
  valuesConfig: {
    SEARCHING: { description: 'The person is looked for.' },
    AWAITING_CONFIRMATION: { description: 'A second person has to confirm what was found.' },
    ERASING: { description: 'The person is being forgotten.' },
    DONE: { description: 'There is a certificate.' },
    FAILED: { description: 'Its run failed; resumed, it goes on.' },
    CANCELLED: { description: 'It was taken back.' },
  },
});

@InputType({ description: 'Something that identifies a person.' })
export class IdentifierInput {
  @Field(() => IdentifierKind, { description: 'What it is.' })
  kind!: IdentifierKind;

  @Field(() => String, { description: 'The value.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'For KEY: the table or file whose key it is.' })
  table?: string | null;
}

@InputType({ description: 'A person’s wish to be forgotten.' })
export class RequestErasureInput {
  @Field(() => [IdentifierInput], { description: 'By what they are found, 1 to 20.' })
  identifiers!: IdentifierInput[];

  @Field(() => Treatment, { defaultValue: Treatment.PSEUDONYMISE, description: 'What becomes of records about them.' })
  treatment!: Treatment;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether names, addresses and numbers that stand beside these in the records found, and there only, are looked for as well.',
  })
  includeRelated!: boolean;

  @Field(() => String, { defaultValue: '', description: 'Why, at most 500 characters; no personal data.' })
  reason!: string;
}

@ObjectType({ description: 'An identifier, so that whoever knows it recognises it and nobody else does.', simpleResolvers: true })
export class MaskedIdentifier {
  @Field(() => IdentifierKind, { description: 'What it is.' })
  kind!: IdentifierKind;

  @Field(() => String, { description: 'Its beginning.' })
  shown!: string;

  @Field(() => Boolean, { description: 'Found beside the ones that were given.' })
  related!: boolean;
}

@ObjectType({ description: 'What was found of a person in one place.', simpleResolvers: true })
export class FoundPlace {
  @Field(() => PlaceKind, { description: 'What the place is.' })
  kind!: PlaceKind;

  @Field(() => String, { description: 'The place, in words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Which part of it: the table or file.' })
  part!: string | null;

  @Field(() => Int, { description: 'Rows in which the person occurs.' })
  rows!: number;

  @Field(() => Int, { description: 'Of those, rows with nothing but the name: they may be about a namesake.' })
  rowsByNameOnly!: number;

  @Field(() => Boolean, { description: 'Whether it can be changed; false where the database allows nobody to.' })
  changeable!: boolean;
}

@ObjectType({ description: 'A request to forget a person.', simpleResolvers: true })
export class ErasureRequest {
  @Field(() => ID, { description: 'Identifies the request; the run that carries it out has the same id.' })
  id!: string;

  @Field(() => ErasureStatus, { description: 'How it stands.' })
  status!: ErasureStatus;

  @Field(() => Treatment, { description: 'What becomes of records about the person.' })
  treatment!: Treatment;

  @Field(() => [MaskedIdentifier], { description: 'By what the person is found.' })
  subject!: MaskedIdentifier[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => [FoundPlace], { nullable: true, description: 'What was found where; null while it is looked for.' })
  found!: FoundPlace[] | null;

  @Field(() => User, { nullable: true, description: 'Who asked for it.' })
  requestedBy!: User | null;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who confirmed it.' })
  confirmedBy!: User | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was confirmed.' })
  confirmedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;
}

export const ErasureRequestConnection = relayConnection('ErasureRequest', ErasureRequest);

@ObjectType({ description: 'Proof that a person was forgotten; nothing in it says who.', simpleResolvers: true })
export class ErasureCertificate {
  @Field(() => ID, { description: 'The request it is about.' })
  requestId!: string;

  @Field(() => GraphQLJSONObject, { description: 'What was done where, when, at whose wish, and what is left to do at the sources.' })
  document!: Record<string, unknown>;

  @Field(() => String, { description: 'SHA-256 of the document as it is downloaded, hexadecimal.' })
  hash!: string;

  @Field(() => String, { description: 'Path that the document is downloaded from, logged in.' })
  path!: string;
}

@ObjectType({ description: 'A request to forget somebody was made or decided.', simpleResolvers: true })
export class ErasureChanged {
  @Field(() => ErasureRequest, { description: 'The request as it is now.' })
  request!: ErasureRequest;
}

const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'The request as it is now, or what has to be corrected.',
    types: () => [ErasureChanged, InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : ErasureChanged),
  });
export const RequestErasureResult = resultOf('RequestErasureResult');
export const ConfirmErasureResult = resultOf('ConfirmErasureResult');
export const CancelErasureResult = resultOf('CancelErasureResult');
