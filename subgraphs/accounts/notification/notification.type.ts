import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { SEVERITIES, type Severity } from './kinds.ts';

export const NotificationSeverity = Object.fromEntries(SEVERITIES.map((name) => [name, name])) as { [S in Severity]: S };

registerEnumType(NotificationSeverity, {
  name: 'NotificationSeverity',
  description: 'How much a notification matters.',
  valuesConfig: {
    INFO: { description: 'Good to know.' },
    ATTENTION: { description: 'Somebody should look.' },
    URGENT: { description: 'Somebody should act.' },
  },
});

@ObjectType({ description: 'Something a person was told.', simpleResolvers: true })
export class Notification {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'What kind of notification it is; see `notificationPreferences`.' })
  kind!: string;

  @Field(() => NotificationSeverity, { description: 'How much it matters.' })
  severity!: Severity;

  @Field(() => String, { description: 'What it is about, in a line.' })
  title!: string;

  @Field(() => String, { description: 'What happened, in a sentence or two.' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'Where in the client it leads, such as `/settings/keys`.' })
  link!: string | null;

  @Field(() => Int, { description: 'How often it happened within the hour.' })
  times!: number;

  @Field(() => GraphQLDateTime, { description: 'When it happened first.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it happened last.' })
  toldAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was read; null: not yet.' })
  readAt!: Date | null;
}

export const NotificationConnection = relayConnection('Notification', Notification);

@ObjectType({ description: 'How a person is told of one kind of thing.', simpleResolvers: true })
export class NotificationPreference {
  @Field(() => String, { description: 'The kind.' })
  kind!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { description: 'What it is, in a sentence.' })
  description!: string;

  @Field(() => NotificationSeverity, { description: 'How much it matters.' })
  severity!: Severity;

  @Field(() => Boolean, { description: 'In the inbox.' })
  inbox!: boolean;

  @Field(() => Boolean, { description: 'By mail.' })
  email!: boolean;
}

@InputType({ description: 'How you want to be told of one kind of thing.' })
export class NotificationPreferenceInput {
  @Field(() => String, { description: 'The kind.' })
  kind!: string;

  @Field(() => Boolean, { description: 'In the inbox.' })
  inbox!: boolean;

  @Field(() => Boolean, { description: 'By mail.' })
  email!: boolean;
}

@ObjectType({ description: 'Your preferences as they are now.', simpleResolvers: true })
export class NotificationPreferencesSaved {
  @Field(() => [NotificationPreference], { description: 'All of them.' })
  preferences!: NotificationPreference[];
}

export const SaveNotificationPreferencesResult = createUnionType({
  name: 'SaveNotificationPreferencesResult',
  description: 'Your preferences, or what to correct.',
  types: () => [NotificationPreferencesSaved, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : NotificationPreferencesSaved),
});
