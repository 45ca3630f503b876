import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { Severity } from './kinds.ts';
import { NotificationSeverity } from './notification.type.ts';

export const ChannelKind = { SLACK: 'SLACK', WEBHOOK: 'WEBHOOK' } as const;
export type ChannelKind = (typeof ChannelKind)[keyof typeof ChannelKind];

export const DeliveryStatus = { PENDING: 'PENDING', DELIVERED: 'DELIVERED', DEAD: 'DEAD' } as const;
export type DeliveryStatus = (typeof DeliveryStatus)[keyof typeof DeliveryStatus];

registerEnumType(ChannelKind, {
  name: 'NotificationChannelKind',
  description: 'How a channel is spoken to.',
  valuesConfig: {
    SLACK: { description: 'A Slack incoming webhook, or what understands the same.' },
    WEBHOOK: { description: 'JSON by POST, signed.' },
  },
});

registerEnumType(DeliveryStatus, {
  name: 'NotificationDeliveryStatus',
  description: 'What became of a delivery.',
  valuesConfig: {
    PENDING: { description: 'It is being sent, or will be tried again.' },
    DELIVERED: { description: 'The other side took it.' },
    DEAD: { description: 'It was given up.' },
  },
});

@ObjectType({ description: 'Where the company has notifications sent.', simpleResolvers: true })
export class NotificationChannel {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => ChannelKind, { description: 'How it is spoken to.' })
  kind!: ChannelKind;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'The host it leads to; the rest of the address is a secret.' })
  host!: string;

  @Field(() => [String], { nullable: true, description: 'Kinds that are sent; null: all.' })
  kinds!: string[] | null;

  @Field(() => NotificationSeverity, { description: 'What matters less is not sent.' })
  minimumSeverity!: Severity;

  @Field(() => Boolean, { description: 'Nothing is sent while it is paused.' })
  paused!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where Slack has to send what is pressed: the Request URL under “Interactivity” of the Slack app; null for webhooks.',
  })
  actionsUrl!: string | null;

  @Field(() => Boolean, {
    description: 'Whether approvals can be decided with buttons in it; it needs the signing secret of the Slack app.',
  })
  takesDecisions!: boolean;

  @Field(() => Boolean, {
    description: 'Whether whoever presses is known by their e-mail address in Slack; it needs a token of the Slack app.',
  })
  knowsPeople!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({ description: 'One notification on its way over a channel.', simpleResolvers: true })
export class NotificationDelivery {
  @Field(() => ID, { description: 'Sent along as `Autonomos-Delivery`, the same at each attempt.' })
  id!: string;

  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field(() => String, { description: 'The kind of notification, or TEST.' })
  kind!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => DeliveryStatus, { description: 'What became of it.' })
  status!: DeliveryStatus;

  @Field(() => Int, { description: 'How often it was sent.' })
  attempts!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last reply.' })
  replyStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt did not work.' })
  problem!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was handed over.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it is tried again; null: not any more.' })
  nextAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken or given up.' })
  finishedAt!: Date | null;
}

export const NotificationDeliveryConnection = relayConnection('NotificationDelivery', NotificationDelivery);

@InputType({ description: 'A new channel.' })
export class CreateNotificationChannelInput {
  @Field(() => ChannelKind, { description: 'How it is spoken to.' })
  kind!: ChannelKind;

  @Field(() => String, { description: 'What people call it, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'The whole address, with whatever makes it secret.' })
  url!: string;

  @Field(() => [String], { nullable: true, description: 'Kinds that are sent; left out: all.' })
  kinds?: string[] | null;

  @Field(() => NotificationSeverity, { defaultValue: 'INFO', description: 'What matters less is not sent.' })
  minimumSeverity!: Severity;

  @Field(() => String, { nullable: true, description: 'Of a Slack app: what it signs with, so that approvals can be decided in Slack.' })
  signingSecret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a Slack app with the scope users:read.email: knows people by their address, who else say once who they are.',
  })
  botToken?: string | null;
}

@InputType({ description: 'What a channel is to be from now on; what is left out stays as it is.' })
export class ChangeNotificationChannelInput {
  @Field(() => ID, { description: 'The channel.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Kinds that are sent; an empty list: all.' })
  kinds?: string[] | null;

  @Field(() => NotificationSeverity, { nullable: true, description: 'What matters less is not sent.' })
  minimumSeverity?: Severity | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it rests.' })
  paused?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the Slack app signs with; an empty text takes it away.' })
  signingSecret?: string | null;

  @Field(() => String, { nullable: true, description: 'A token of the Slack app; an empty text takes it away.' })
  botToken?: string | null;
}

@ObjectType({ description: 'A channel that was just made.', simpleResolvers: true })
export class NotificationChannelMade {
  @Field(() => NotificationChannel, { description: 'The channel.' })
  channel!: NotificationChannel;

  @Field(() => String, { nullable: true, description: 'What deliveries of a webhook are signed with. It is shown this once.' })
  secret!: string | null;
}

@ObjectType({ description: 'A channel as it is now.', simpleResolvers: true })
export class NotificationChannelChanged {
  @Field(() => NotificationChannel, { description: 'The channel.' })
  channel!: NotificationChannel;
}

export const CreateNotificationChannelResult = createUnionType({
  name: 'CreateNotificationChannelResult',
  description: 'The new channel, or what to correct.',
  types: () => [NotificationChannelMade, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : NotificationChannelMade),
});

export const ChangeNotificationChannelResult = createUnionType({
  name: 'ChangeNotificationChannelResult',
  description: 'The channel, or what to correct.',
  types: () => [NotificationChannelChanged, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : NotificationChannelChanged),
});
