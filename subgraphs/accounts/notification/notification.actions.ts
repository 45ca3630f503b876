import { MEMBERS, defineActions } from '../../kernel/permissions/actions.ts';
import { slackActions } from './slack/slack.actions.ts';

export const notificationActions = defineActions({
  ...slackActions,
  'notifications.read': {
    description: 'reading your notifications',
    audience: MEMBERS,
    covers: [
      'Query.notifications',
      'Query.unreadNotifications',
      'Query.notificationPreferences',
      'Notification',
      'NotificationConnection',
      'NotificationEdge',
      'NotificationPreference',
      'Mutation.markNotificationsRead',
      'Mutation.saveNotificationPreferences',
      'NotificationPreferencesSaved',
    ],
  },
  'channels.read': {
    description: 'reading notification channels',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Query.notificationChannels',
      'Query.notificationDeliveries',
      'NotificationChannel',
      'NotificationDelivery',
      'NotificationDeliveryConnection',
      'NotificationDeliveryEdge',
    ],
  },
  'channels.write': {
    description: 'making, changing or testing notification channels',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Mutation.createNotificationChannel',
      'Mutation.changeNotificationChannel',
      'Mutation.removeNotificationChannel',
      'Mutation.testNotificationChannel',
      'Mutation.retryDelivery',
      'NotificationChannelMade',
      'NotificationChannelChanged',
    ],
  },
});
