import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const scheduleErrors = defineErrors('connectors', {
  SCHEDULE_CHOICE: {
    message: () => 'Exactly one of `everyMinutes` and `cron` has to be given.',
    todo: 'Say every how many minutes, or give a cron expression; give no schedule at all to have none.',
    retry: false,
    status: 400,
  },
  SCHEDULE_EVERY_INVALID: {
    message: (d: { min: number; max: number }) => `A sync starts by itself every ${d.min} to ${d.max} minutes.`,
    todo: 'Choose a number in between.',
    retry: false,
    status: 400,
  },
  SCHEDULE_CRON_INVALID: {
    message: (d: { reason: string }) => `The cron expression cannot be read: ${d.reason}.`,
    todo: 'Give minute, hour, day, month and weekday, such as `0 6 * * 1-5`.',
    retry: false,
    status: 400,
  },
  SCHEDULE_CRON_TOO_OFTEN: {
    message: (d: { min: number }) => `The cron expression names moments less than ${d.min} minutes apart.`,
    todo: 'Choose moments further apart.',
    retry: false,
    status: 400,
  },
  SCHEDULE_ZONE_UNKNOWN: {
    message: (d: { zone: string }) => `There is no time zone ${d.zone}.`,
    todo: 'Give an IANA name such as Europe/Oslo.',
    retry: false,
    status: 400,
  },
});
