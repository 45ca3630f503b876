import { registerEnumType } from 'type-graphql';

export const ScheduleTiming = { ONCE: 'ONCE', INTERVAL: 'INTERVAL', CRON: 'CRON', EVENT: 'EVENT' } as const;
export type ScheduleTiming = (typeof ScheduleTiming)[keyof typeof ScheduleTiming];
registerEnumType(ScheduleTiming, {
  name: 'ScheduleTiming',
  description: 'What decides when a schedule begins a run.',
  valuesConfig: {
    ONCE: { description: 'One moment.' },
    INTERVAL: { description: 'Time that passes, whatever clocks show.' },
    CRON: {
      description:
        'A clock: a moment within an hour that is skipped comes when that hour is over; one within an hour that is doubled comes once, unless it is every hour.',
    },
    EVENT: { description: 'Something that happens.' },
  },
});

export const ScheduleEvent = {
  CANONICAL_CHANGED: 'CANONICAL_CHANGED',
  DRIFT_DETECTED: 'DRIFT_DETECTED',
  METRIC_ALERTED: 'METRIC_ALERTED',
} as const;
export type ScheduleEvent = (typeof ScheduleEvent)[keyof typeof ScheduleEvent];
registerEnumType(ScheduleEvent, {
  name: 'ScheduleEvent',
  description: 'What a schedule can wait for.',
  valuesConfig: {
    CANONICAL_CHANGED: { description: 'Records of the business model have changed.' },
    DRIFT_DETECTED: { description: 'A source has changed its shape.' },
    METRIC_ALERTED: { description: 'A watched metric stands out.' },
  },
});

export const MisfirePolicy = { RUN_ONCE: 'RUN_ONCE', SKIP: 'SKIP', RUN_ALL: 'RUN_ALL' } as const;
export type MisfirePolicy = (typeof MisfirePolicy)[keyof typeof MisfirePolicy];
registerEnumType(MisfirePolicy, {
  name: 'MisfirePolicy',
  description: 'What becomes of moments that are more than a minute ago when a server is there again.',
  valuesConfig: {
    RUN_ONCE: { description: 'One run for all of them.' },
    SKIP: { description: 'No run.' },
    RUN_ALL: { description: 'A run for each, of the latest ones as many as are allowed.' },
  },
});

export const OverlapPolicy = { ALLOW: 'ALLOW', SKIP: 'SKIP', QUEUE: 'QUEUE' } as const;
export type OverlapPolicy = (typeof OverlapPolicy)[keyof typeof OverlapPolicy];
registerEnumType(OverlapPolicy, {
  name: 'OverlapPolicy',
  description: 'What becomes of a moment while as many runs go on as may side by side.',
  valuesConfig: {
    ALLOW: { description: 'Another run begins, however many there are.' },
    SKIP: { description: 'None begins.' },
    QUEUE: { description: 'One begins when another has ended.' },
  },
});

export const ScheduleStatus = { ACTIVE: 'ACTIVE', PAUSED: 'PAUSED', DONE: 'DONE' } as const;
export type ScheduleStatus = (typeof ScheduleStatus)[keyof typeof ScheduleStatus];
registerEnumType(ScheduleStatus, {
  name: 'ScheduleStatus',
  description: 'Whether a schedule is on.',
  valuesConfig: {
    ACTIVE: { description: 'It begins runs.' },
    PAUSED: { description: 'A person has switched it off; moments that pass meanwhile are not caught up on.' },
    DONE: { description: 'It has no moment to come.' },
  },
});

export const FiringStatus = { STARTED: 'STARTED', QUEUED: 'QUEUED', SKIPPED: 'SKIPPED', FAILED: 'FAILED' } as const;
export type FiringStatus = (typeof FiringStatus)[keyof typeof FiringStatus];
registerEnumType(FiringStatus, {
  name: 'FiringStatus',
  description: 'What became of a moment of a schedule.',
  valuesConfig: {
    STARTED: { description: 'A run has begun.' },
    QUEUED: { description: 'A run will begin when another has ended.' },
    SKIPPED: { description: 'No run begins.' },
    FAILED: { description: 'A run could not be begun.' },
  },
});
