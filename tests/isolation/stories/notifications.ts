import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

/** What people were told, and channels with what was sent over them: the tenant's own door takes no hooks, so a delivery is given up at once. */
export const notifications: Story = {
  name: 'notifications',
  async live({ canary, run, url }) {
    const { createNotificationChannel: made } = await run<{ createNotificationChannel: { channel: { id: string } } }>(
      `mutation ($input: CreateNotificationChannelInput!) { createNotificationChannel(input: $input) {
        ... on NotificationChannelMade { channel { id } } } }`,
      { input: { kind: 'WEBHOOK', name: `${canary} channel`, url: `${url}/${canary}/hook`, kinds: ['APPROVAL_WAITING'] } },
    );
    await run('mutation ($id: ID!) { testNotificationChannel(id: $id) { id } }', { id: made.channel.id });
    await eventually('a delivery is given up', async () => {
      const { notificationDeliveries } = await run<{ notificationDeliveries: { nodes: { status: string }[] } }>(
        '{ notificationDeliveries { nodes { status } } }',
      );
      return notificationDeliveries.nodes.some(({ status }) => status === 'DEAD');
    });
    await run('mutation { markNotificationsRead }');
    await run('mutation ($p: [NotificationPreferenceInput!]!) { saveNotificationPreferences(preferences: $p) { __typename } }', {
      p: [{ kind: 'RUN_FAILED', inbox: false, email: false }],
    });
  },
  recipes: (_who, known) => ({
    'Mutation.markNotificationsRead.ids': known
      .of('Notification.id')
      .slice(0, 3)
      .map((id) => [id]),
    'Mutation.saveNotificationPreferences.preferences': [[{ kind: 'RUN_FAILED', inbox: true, email: false }]],
    'CreateNotificationChannelInput.kind': ['SLACK'],
    'CreateNotificationChannelInput.name': ['a channel'],
    'CreateNotificationChannelInput.url': ['http://127.0.0.1:9/hook'],
    'CreateNotificationChannelInput.kinds': [['QUOTA_NEAR']],
    'ChangeNotificationChannelInput.id': known.of('NotificationChannel.id'),
    'ChangeNotificationChannelInput.paused': [true],
    'ChangeNotificationChannelInput.kinds': [['QUOTA_NEAR']],
    'Mutation.removeNotificationChannel.id': known.of('NotificationChannel.id'),
    'Mutation.testNotificationChannel.id': known.of('NotificationChannel.id'),
    'Query.notificationDeliveries.channelId': known.of('NotificationChannel.id'),
    'Mutation.retryDelivery.id': known.of('NotificationDelivery.id'),
  }),
  exempt: {
    'NotificationChannelMade.secret': 'shown once, to whoever has just made the channel; tried in notification.test.ts',
  },
  restless: {
    'Query.notifications': 'grows with what is found and fails meanwhile',
    'Query.unreadNotifications': 'as Query.notifications',
    'Notification.times': 'what happens again within the hour is counted up',
    'Notification.toldAt': 'as Notification.times',
  },
};
