import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const FeedKind = { UPLOAD: 'UPLOAD', FOLDER: 'FOLDER', URL: 'URL', WEBHOOK: 'WEBHOOK' } as const;
export type FeedKind = (typeof FeedKind)[keyof typeof FeedKind];
registerEnumType(FeedKind, {
  name: 'TelemetryFeedKind',
  description: 'Where telemetry comes from.',
  valuesConfig: {
    UPLOAD: { description: 'Files that were sent.' },
    FOLDER: { description: 'A folder of the server; every scan reads what is in it then.' },
    URL: { description: 'An address; every scan fetches what is there then.' },
    WEBHOOK: { description: 'An address of this server that others send to, signed; every scan reads all that came.' },
  },
});

@ObjectType('TelemetryArrival', { description: 'What came from an address, or to one.', simpleResolvers: true })
export class TelemetryArrival {
  @Field(() => GraphQLDateTime, { description: 'When it was last tried to fetch it, or something was last sent.' })
  triedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that last succeeded; what scans read is of then. null: never yet.' })
  arrivedAt?: Date | null | undefined;

  @Field(() => Int, { description: 'Files that are there: a page of the reply, or a message, is a file.' })
  files!: number;

  @Field(() => Float, { description: 'Their bytes.' })
  bytes!: number;

  @Field(() => InputProblem, { nullable: true, description: 'Why the last try failed, and what to do; null when it succeeded.' })
  problem!: InputProblem | null;
}

@ObjectType('TelemetryFeedCount', {
  description: 'What the last scan that succeeded counted of a feed: every record that was read is taken, kept or refused.',
  simpleResolvers: true,
})
export class TelemetryFeedCount {
  @Field(() => Int, { description: 'Files it went by.' })
  files!: number;

  @Field(() => Float, { description: 'Records read.' })
  read!: number;

  @Field(() => Float, { description: 'Those taken as evidence of what runs.' })
  taken!: number;

  @Field(() => Float, { description: 'Those that say nothing of what runs and are only kept.' })
  kept!: number;

  @Field(() => Float, { description: 'Those kept out of the graph.' })
  refused!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('TelemetryFeed', {
  description: 'A place that telemetry comes from: what sensors, identity providers, clouds, books and lists say of what runs.',
  simpleResolvers: true,
})
export class TelemetryFeed {
  @Field(() => ID, { description: 'Identifies the feed for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => FeedKind, { description: 'Where it comes from.' })
  kind!: FeedKind;

  @Field(() => String, {
    nullable: true,
    description: 'The header that its secret is sent in; null when none is sent. The secret is never shown.',
  })
  header?: string | null | undefined;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  createdBy!: string;
  location!: string;
}

export const TelemetryFeedConnection = relayConnection('TelemetryFeed', TelemetryFeed);

@InputType({ description: 'An address that telemetry is fetched from.' })
export class TelemetryAddressInput {
  @Field(() => String, {
    description: 'Where it is, over https; http within the server’s own network only. Further pages are followed by their Link headers.',
  })
  address!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The header that the secret is sent in; left out: `authorization`, as a bearer token unless the secret names its scheme.',
  })
  header?: string | null;

  @Field(() => String, { nullable: true, description: 'What is sent in that header; sealed, never shown. Left out: nothing is sent.' })
  secret?: string | null;
}

@InputType({ description: 'A new feed: an upload, a folder, an address, or a webhook.' })
export class AddTelemetryFeedInput {
  @Field(() => String, { description: 'What to call it, 1 to 200 characters.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'An upload (createUpload) that all files have been sent to; the feed keeps them from then on.',
  })
  uploadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Absolute path of a folder of the server that may be read.' })
  folder?: string | null;

  @Field(() => TelemetryAddressInput, { nullable: true, description: 'An address that every scan fetches from.' })
  url?: TelemetryAddressInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is to be an address of this server that others send telemetry to.' })
  webhook?: boolean | null;
}

@InputType({ description: 'What is to be otherwise about a feed; what is left out stays.' })
export class ChangeTelemetryFeedInput {
  @Field(() => ID, { description: 'The feed.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What to call it, 1 to 200 characters.' })
  name?: string | null;

  @Field(() => TelemetryAddressInput, {
    nullable: true,
    description: 'Another address, of a feed that has one. Without a secret the one there is stays, while scheme, host and port do.',
  })
  url?: TelemetryAddressInput | null;
}

@ObjectType({ description: 'A feed was added; scans read it from now on.', simpleResolvers: true })
export class TelemetryFeedAdded {
  @Field(() => TelemetryFeed, { description: 'The feed.' })
  feed!: TelemetryFeed;

  @Field(() => String, {
    nullable: true,
    description: 'What is sent to a webhook has to be signed with; it is shown this once. null of others.',
  })
  secret!: string | null;
}

@ObjectType({ description: 'What is sent to a webhook is signed with another secret from now on; the one before is accepted for a day.', simpleResolvers: true }) // prettier-ignore
export class TelemetryFeedSecretRotated {
  @Field(() => String, { description: 'The secret; it is shown this once.' })
  secret!: string;

  @Field(() => TelemetryFeed, { description: 'The feed.' })
  feed!: TelemetryFeed;
}

@ObjectType({ description: 'A feed was changed; the next scan goes by it.', simpleResolvers: true })
export class TelemetryFeedChanged {
  @Field(() => TelemetryFeed, { description: 'The feed.' })
  feed!: TelemetryFeed;
}

export const AddTelemetryFeedResult = createUnionType({
  name: 'AddTelemetryFeedResult',
  description: 'The feed, or what has to be corrected first.',
  types: () => [TelemetryFeedAdded, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : TelemetryFeedAdded),
});

export const ChangeTelemetryFeedResult = createUnionType({
  name: 'ChangeTelemetryFeedResult',
  description: 'The feed, or what has to be corrected first.',
  types: () => [TelemetryFeedChanged, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : TelemetryFeedChanged),
});

/** What came, as it is shown. */
export const shownArrival = ({
  problem,
  ...arrival
}: Omit<TelemetryArrival, 'problem'> & { problem?: StoredProblem | null | undefined }): TelemetryArrival =>
  Object.assign(new TelemetryArrival(), arrival, {
    problem: problem == null ? null : Object.assign(new InputProblem(), { field: null, ...problem }),
  });
