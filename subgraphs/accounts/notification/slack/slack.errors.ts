import { defineErrors } from '../../../kernel/errors/domain-error.ts';

/** Why nothing came of what Slack, or somebody in its name, sent. */
export const slackErrors = defineErrors('accounts', {
  SLACK_NOT_FOUND: {
    message: () => 'No buttons are taken at this address.',
    todo: 'Copy the address from the channel, and give the channel the signing secret of the Slack app.',
    retry: false,
    status: 404,
  },
  SLACK_SIGNATURE_INVALID: {
    message: () => 'The signature does not fit the message and the signing secret of the channel.',
    todo: 'Copy the signing secret from the Slack app once more; nothing on the way may change the body.',
    retry: false,
    status: 401,
  },
  SLACK_TOO_OLD: {
    message: (d: { minutes: number }) => `The message was signed more than ${d.minutes} minutes ago, or in the future.`,
    todo: 'Press the button again; check the clock of this server.',
    retry: false,
    status: 401,
  },
  SLACK_PRESSED_BEFORE: {
    message: () => 'This very message was taken before.',
    todo: 'Press the button again; a message counts once.',
    retry: false,
    status: 409,
  },
  SLACK_MESSAGE_INVALID: {
    message: (d: { why: string }) => `What Slack sent cannot be read: ${d.why}.`,
    todo: 'Set the address as the Request URL under “Interactivity” of the Slack app, and nowhere else.',
    retry: false,
    status: 400,
  },
  SLACK_LINK_INVALID: {
    message: () => 'This link works no longer.',
    todo: 'Press the button in Slack again, and follow the new link within a quarter of an hour.',
    retry: false,
    status: 404,
  },
  SLACK_USER_TAKEN: {
    message: () => 'This user of Slack is somebody else here.',
    todo: 'Have them, or an administrator, take the link away first.',
    retry: false,
    status: 409,
  },
});
