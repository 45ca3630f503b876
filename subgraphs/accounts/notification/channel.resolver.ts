import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ChannelService } from './channel.service.ts';
import {
  ChangeNotificationChannelInput,
  ChangeNotificationChannelResult,
  CreateNotificationChannelInput,
  CreateNotificationChannelResult,
  DeliveryStatus,
  NotificationChannel,
  type NotificationChannelChanged,
  type NotificationChannelMade,
  NotificationDelivery,
  NotificationDeliveryConnection,
} from './channel.type.ts';
import type { DeliveryService } from './delivery.service.ts';

@Resolver(() => NotificationChannel)
export class ChannelResolver {
  private readonly channels: ChannelService;
  private readonly deliveries: DeliveryService;

  constructor(channels: ChannelService, deliveries: DeliveryService) {
    this.channels = channels;
    this.deliveries = deliveries;
  }

  @Query(() => [NotificationChannel], { description: 'Where the company has notifications sent, oldest first; at most 20.' })
  notificationChannels(@Ctx() { viewer }: GraphContext): Promise<NotificationChannel[]> {
    return this.channels.all(requireUser(viewer));
  }

  @Mutation(() => CreateNotificationChannelResult, {
    description: 'Makes a channel: a Slack incoming webhook, or a webhook of any program.',
  })
  async createNotificationChannel(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CreateNotificationChannelInput, { description: 'The channel.' }) input: CreateNotificationChannelInput,
  ): Promise<NotificationChannelMade | InputRefused> {
    const { kind, name, url, kinds = null, minimumSeverity, signingSecret = null, botToken = null } = input;
    const wanted = { kind, name, url, kinds, minimumSeverity, signingSecret, botToken };
    const made = await this.channels.create(requireUser(viewer), wanted);
    return Array.isArray(made) ? inputRefused(made) : made;
  }

  @Mutation(() => ChangeNotificationChannelResult, { description: 'Changes or pauses a channel. Errors: CHANNEL_NOT_FOUND.' })
  async changeNotificationChannel(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ChangeNotificationChannelInput, { description: 'What it is to be.' }) input: ChangeNotificationChannelInput,
  ): Promise<NotificationChannelChanged | InputRefused> {
    const { id, name = null, kinds = null, minimumSeverity = null, paused = null, signingSecret = null, botToken = null } = input;
    const wanted = { name, kinds, minimumSeverity, paused, signingSecret, botToken };
    const channel = await this.channels.change(requireUser(viewer), id, wanted);
    return Array.isArray(channel) ? inputRefused(channel) : { channel };
  }

  @Mutation(() => Boolean, { description: 'Removes a channel with what waits for it; false when it was not there.' })
  removeNotificationChannel(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The channel.' }) id: string,
  ): Promise<boolean> {
    return this.channels.remove(requireUser(viewer), id);
  }

  @Mutation(() => NotificationDelivery, { description: 'Sends a test over a channel. Errors: CHANNEL_NOT_FOUND.' })
  testNotificationChannel(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The channel.' }) id: string,
  ): Promise<NotificationDelivery> {
    return this.deliveries.test(requireUser(viewer), id);
  }

  @Query(() => NotificationDeliveryConnection, { description: 'What was sent over the channels, newest first.' })
  notificationDeliveries(
    @Ctx() { viewer }: GraphContext,
    @Arg('channelId', () => ID, { nullable: true, description: 'Only over this channel.' }) channelId: string | null,
    @Arg('status', () => DeliveryStatus, { nullable: true, description: 'Only those of which this became.' }) status: DeliveryStatus | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<NotificationDelivery>> {
    return this.deliveries.page(requireUser(viewer), pageOf(first, after), { channelId: channelId ?? null, status: status ?? null });
  }

  @Mutation(() => NotificationDelivery, { description: 'Tries a delivery once more that was given up. Errors: DELIVERY_NOT_FOUND.' })
  retryDelivery(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The delivery.' }) id: string,
  ): Promise<NotificationDelivery> {
    return this.deliveries.retry(requireUser(viewer), id);
  }
}
