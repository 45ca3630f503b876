import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { SlackLinkWay } from './slack.entity.ts';

registerEnumType(SlackLinkWay, {
  name: 'SlackLinkWay',
  description: 'How it became known which member a user of Slack is.',
  valuesConfig: {
    EMAIL: { description: 'Slack has confirmed the same e-mail address.' },
    CONFIRMED: { description: 'They said so while they were logged in.' },
  },
});

@ObjectType({ description: 'A user of Slack who is known as a member, and decides in their name.', simpleResolvers: true })
export class SlackUser {
  @Field(() => ID, { description: 'Identifies the link for good.' })
  id!: string;

  @Field(() => String, { description: 'As Slack calls the user.' })
  name!: string;

  @Field(() => String, { description: 'Slack’s id of the user.' })
  slackUserId!: string;

  @Field(() => String, { description: 'Slack’s id of the workspace that the user belongs to.' })
  teamId!: string;

  @Field(() => SlackLinkWay, { description: 'How it became known.' })
  way!: SlackLinkWay;

  @Field(() => GraphQLDateTime, { description: 'Since when.' })
  linkedAt!: Date;

  /** Behind the computed field; not part of the graph. */
  userId!: string;
}

export const SlackUserConnection = relayConnection('SlackUser', SlackUser);

@ObjectType({ description: 'A user of Slack who wants to be known as you.', simpleResolvers: true })
export class SlackLinkOffer {
  @Field(() => String, { description: 'As Slack calls the user.' })
  name!: string;

  @Field(() => String, { description: 'Slack’s id of the user.' })
  slackUserId!: string;

  @Field(() => String, { description: 'Slack’s id of the workspace that the user belongs to.' })
  teamId!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when you can say so.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The user of Slack is known as you.', simpleResolvers: true })
export class SlackUserLinked {
  @Field(() => SlackUser, { description: 'How they are known.' })
  slackUser!: SlackUser;
}

export const LinkSlackUserResult = createUnionType({
  name: 'LinkSlackUserResult',
  description: 'How the user of Slack is known now, or why they are not.',
  types: () => [SlackUserLinked, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : SlackUserLinked),
});
