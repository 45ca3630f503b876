import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const JournalKind = {
  QUERY: 'QUERY',
  MUTATION: 'MUTATION',
  SUBSCRIPTION: 'SUBSCRIPTION',
  SUBSCRIPTION_END: 'SUBSCRIPTION_END',
  REQUEST: 'REQUEST',
  LOG_IN: 'LOG_IN',
  EXPORT: 'EXPORT',
} as const;
export type JournalKind = (typeof JournalKind)[keyof typeof JournalKind];
registerEnumType(JournalKind, {
  name: 'JournalKind',
  description: 'What kind of request it was.',
  valuesConfig: {
    QUERY: { description: 'Something was read.' },
    MUTATION: { description: 'Something was to be changed.' },
    SUBSCRIPTION: { description: 'Something began to be followed.' },
    SUBSCRIPTION_END: { description: 'Something is not followed any more.' },
    REQUEST: { description: 'Refused before it was known what is asked, or no operation of the graph, such as an upload.' },
    LOG_IN: { description: 'Somebody known proved who they are, or failed to.' },
    EXPORT: { description: 'Something was downloaded.' },
  },
});

export const JournalChain = { REQUESTS: 'REQUESTS', CHANGES: 'CHANGES' } as const;
export type JournalChain = (typeof JournalChain)[keyof typeof JournalChain];
registerEnumType(JournalChain, {
  name: 'JournalChain',
  description: 'One of the two chains that are kept of a tenant.',
  valuesConfig: { REQUESTS: { description: 'What was asked: `journal`.' }, CHANGES: { description: 'What changed: `auditTrail`.' } },
});

export const JournalBreach = { MISSING: 'MISSING', CHANGED: 'CHANGED', EXTRA: 'EXTRA', FORGED: 'FORGED' } as const;
export type JournalBreach = (typeof JournalBreach)[keyof typeof JournalBreach];
registerEnumType(JournalBreach, {
  name: 'JournalBreach',
  description: 'What is wrong with an entry.',
  valuesConfig: {
    MISSING: { description: 'There is none where one has to be.' },
    CHANGED: { description: 'It is not what was written there: it was changed, put in, or moved.' },
    EXTRA: { description: 'It stands behind the end.' },
    FORGED: { description: 'What says that older entries were deleted by a rule was not made by this server.' },
  },
});

/** What every entry has of where it came from. */
@ObjectType({ description: 'An entry of a chain.', simpleResolvers: true })
abstract class Entry {
  @Field(() => ID, { description: 'Identifies the entry for good.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in its chain; the first is 1.' })
  sequence!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Who it was, also when they are gone; null: the product itself, or nobody known.' })
  userId!: string | null;

  @Field(() => String, { nullable: true, description: 'What proved who it was: SESSION or KEY.' })
  credentialKind!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which session or key.' })
  credentialId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the request, as its reply said; null: no request, but work in the background.',
  })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the trace, which leads through everything that came of the request.' })
  traceId!: string | null;

  @Field(() => String, { description: 'Seals the entry and, through the one before, all before it: 64 hexadecimal digits.' })
  hash!: string;
}

@ObjectType({
  description: 'One request, as it was answered. Nobody can change it, and it cannot be changed unnoticed.',
  simpleResolvers: true,
})
export class JournalEntry extends Entry {
  @Field(() => String, { nullable: true, description: 'Address it came from.' })
  address!: string | null;

  @Field(() => String, { description: 'HTTP or SOCKET.' })
  transport!: string;

  @Field(() => JournalKind, { description: 'What kind of request it was.' })
  kind!: JournalKind;

  @Field(() => String, { description: 'Name of the operation, as its caller called it.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the document’s text.' })
  documentHash!: string | null;

  @Field(() => String, { description: '`OK`, or the code of the first error.' })
  outcome!: string;

  @Field(() => Int, { nullable: true, description: 'What it was estimated to cost.' })
  cost!: number | null;

  @Field(() => Float, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;

  @Field(() => [ID], { description: 'Ids of the tenant’s own that were handed in; at most 20.' })
  touched!: string[];
}

@ObjectType({
  description: 'One change of state, before and after. Nobody can change it, and it cannot be changed unnoticed.',
  simpleResolvers: true,
})
export class AuditEntry extends Entry {
  @Field(() => String, { description: 'What was done: `connection.created`.' })
  action!: string;

  @Field(() => String, { description: 'To what kind of thing.' })
  subjectType!: string;

  @Field(() => ID, { description: 'To which one.' })
  subjectId!: string;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The fields that changed, as they were; null: it was not there. Secrets are hidden.',
  })
  before!: Record<string, unknown> | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The fields that changed, as they are since; null: it is not there any more.',
  })
  after!: Record<string, unknown> | null;

  @Field(() => Boolean, { description: 'Before and after were erased since, because somebody had to be forgotten.' })
  erased!: boolean;
}

@ObjectType({ description: 'An entry that is not in order.', simpleResolvers: true })
export class BrokenEntry {
  @Field(() => Int, { description: 'Its place.' })
  sequence!: number;

  @Field(() => JournalBreach, { description: 'What is wrong with it.' })
  breach!: JournalBreach;
}

@ObjectType({
  description: 'The last entry of a chain. Keep it: what was the end once has to be in the chain for good.',
  simpleResolvers: true,
})
export class JournalHead {
  @Field(() => Int, { description: 'Its place.' })
  sequence!: number;

  @Field(() => String, { description: 'Its hash.' })
  hash!: string;
}

@ObjectType({ description: 'What one step along a chain found.', simpleResolvers: true })
export class JournalVerification {
  @Field(() => Int, { description: 'Entries found as they were written.' })
  verified!: number;

  @Field(() => Int, { description: 'Of those, entries whose content was erased since.' })
  erased!: number;

  @Field(() => BrokenEntry, { nullable: true, description: 'The first one that is not in order; null: none so far.' })
  broken!: BrokenEntry | null;

  @Field(() => Int, { nullable: true, description: 'Pass as `after` to go on; null: this was the end.' })
  next!: number | null;

  @Field(() => Int, { description: 'Older entries were deleted up to here, as a sealed checkpoint says; 0: none were.' })
  deletedUpTo!: number;

  @Field(() => JournalHead, { nullable: true, description: 'Where the chain ends; null: it is empty.' })
  head!: JournalHead | null;
}

export const JournalEntryConnection = relayConnection('JournalEntry', JournalEntry);
export const AuditEntryConnection = relayConnection('AuditEntry', AuditEntry);
