import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** Everybody sees when agents work by themselves; operators say when. */
export const scheduleActions = defineActions({
  'schedules.read': {
    description: 'reading when agents work by themselves',
    audience: MEMBERS,
    covers: [
      'Query.schedules',
      'Query.schedule',
      'Query.schedulePreview',
      'Schedule',
      'ScheduleConnection',
      'ScheduleEdge',
      'ScheduleFiring',
      'ScheduleFiringConnection',
      'ScheduleFiringEdge',
      'SchedulePreview',
      'InputProblem',
      'PageInfo',
      'User',
    ],
  },
  'schedules.write': {
    description: 'saying when agents work by themselves',
    audience: OPERATORS,
    covers: [
      'Mutation.saveSchedule',
      'Mutation.pauseSchedule',
      'Mutation.resumeSchedule',
      'Mutation.removeSchedule',
      'Mutation.runScheduleNow',
      'ScheduleSaved',
      'ScheduleRemoved',
      'ScheduleFired',
      'InputRefused',
      'InputProblem',
    ],
  },
});
