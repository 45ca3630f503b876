import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const FeedKind = { UPLOAD: 'UPLOAD', FOLDER: 'FOLDER' } as const;
export type FeedKind = (typeof FeedKind)[keyof typeof FeedKind];
registerEnumType(FeedKind, {
  name: 'TelemetryFeedKind',
  description: 'Where telemetry comes from.',
  valuesConfig: {
    UPLOAD: { description: 'Files that were sent.' },
    FOLDER: { description: 'A folder of the server; every scan reads what is in it then.' },
  },
});

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

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  createdBy!: string;
}

export const TelemetryFeedConnection = relayConnection('TelemetryFeed', TelemetryFeed);

@InputType({ description: 'A new feed: either an upload or a folder.' })
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
}

@ObjectType({ description: 'A feed was added; scans read it from now on.', simpleResolvers: true })
export class TelemetryFeedAdded {
  @Field(() => TelemetryFeed, { description: 'The feed.' })
  feed!: TelemetryFeed;
}

export const AddTelemetryFeedResult = createUnionType({
  name: 'AddTelemetryFeedResult',
  description: 'The feed, or what has to be corrected first.',
  types: () => [TelemetryFeedAdded, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : TelemetryFeedAdded),
});
