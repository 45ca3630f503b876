import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a schedule of an agent cannot be as it is asked for. */
export const agentScheduleErrors = defineErrors('agents', {
  AGENT_SCHEDULE_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the field that is named, and save again.',
    retry: false,
    status: 400,
  },
  AGENT_SCHEDULE_CRON_INVALID: {
    message: (d: { reason: string }) => `The cron expression cannot be read: ${d.reason}.`,
    todo: 'Give minute, hour, day, month and weekday, such as `0 6 * * 1-5`.',
    retry: false,
    status: 400,
  },
  AGENT_SCHEDULE_ZONE_UNKNOWN: {
    message: (d: { zone: string }) => `There is no time zone ${d.zone}.`,
    todo: 'Give an IANA name such as Europe/Oslo.',
    retry: false,
    status: 400,
  },
  AGENT_SCHEDULE_IN_THE_PAST: {
    message: () => 'That moment has passed.',
    todo: 'Choose a moment to come, or run it now.',
    retry: false,
    status: 400,
  },
  AGENT_SCHEDULE_UNKNOWN: {
    message: () => 'There is no such schedule.',
    todo: 'Read the list of schedules again; somebody may have removed it.',
    retry: false,
    status: 404,
  },
  AGENT_SCHEDULE_CHANGED_MEANWHILE: {
    message: (d: { version: number }) => `Somebody else has changed the schedule; it is at version ${d.version} now.`,
    todo: 'Read it again, and save with the version it has.',
    retry: false,
    status: 409,
  },
  AGENT_SCHEDULE_GOES_ROUND: {
    message: (d: { runs: number }) =>
      `Its last ${d.runs} runs each changed something and were followed by what they wait for: they set each other off.`,
    todo: 'Have it wait for something that its own runs do not bring about, or begin it by time; then resume it.',
    retry: false,
    status: 409,
  },
  AGENT_SCHEDULE_OVER: {
    message: () => 'The schedule has no moment to come.',
    todo: 'Save it with another time.',
    retry: false,
    status: 409,
  },
  TOO_MANY_AGENT_SCHEDULES: {
    message: (d: { max: number }) => `There are ${d.max} schedules already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
