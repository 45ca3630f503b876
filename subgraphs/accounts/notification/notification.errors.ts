import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const notificationErrors = defineErrors('accounts', {
  CHANNEL_NOT_FOUND: {
    message: () => 'There is no such channel.',
    todo: 'Check the id; it may have been removed.',
    retry: false,
    status: 404,
  },
  CHANNEL_ADDRESS_INVALID: {
    message: (d: { why: string }) => `This address cannot be used: ${d.why}.`,
    todo: 'Enter the whole address that Slack or the other program shows, beginning with https://.',
    retry: false,
    status: 400,
  },
  CHANNEL_SECRET_INVALID: {
    message: (d: { why: string }) => `This cannot be used: ${d.why}.`,
    todo: 'Copy it from the pages of the Slack app; webhooks of other programs have none.',
    retry: false,
    status: 400,
  },
  TOO_MANY_CHANNELS: {
    message: (d: { maximum: number }) => `A company has at most ${d.maximum} channels.`,
    todo: 'Remove one that is not used any more.',
    retry: false,
    status: 409,
  },
  NOTIFICATION_KIND_UNKNOWN: {
    message: (d: { kind: string }) => `“${d.kind}” is no kind of notification.`,
    todo: 'Use kinds from `notificationPreferences`.',
    retry: false,
    status: 400,
  },
  DELIVERY_NOT_FOUND: {
    message: () => 'There is no such delivery, or it is not waiting to be tried again.',
    todo: 'Only deliveries that were given up can be tried again.',
    retry: false,
    status: 404,
  },
});
