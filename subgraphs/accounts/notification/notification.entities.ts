import type { EntitySchema } from '@mikro-orm/postgresql';
import { ChannelRow, DeliveryRow } from './channel.entity.ts';
import { NotificationPreferenceRow, NotificationRow } from './notification.entity.ts';
import { SlackPressRow, SlackUserRow } from './slack/slack.entity.ts';

export const notificationEntities: readonly EntitySchema[] = [
  NotificationRow,
  NotificationPreferenceRow,
  ChannelRow,
  DeliveryRow,
  SlackUserRow,
  SlackPressRow,
];
