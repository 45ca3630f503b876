import type { ScheduleInput } from '../../gql/graphql.ts';
import type { ScheduleDraft } from './schedule-fields.tsx';

/** What is sent for a schedule that somebody has set; null: it is read on demand. */
export function scheduleInput({ mode, everyMinutes, cron, timeZone }: ScheduleDraft): ScheduleInput | null {
  switch (mode) {
    case 'none':
      return null;
    case 'every':
      return { everyMinutes: Number(everyMinutes), cron: null, timeZone: null };
    case 'cron':
      return { everyMinutes: null, cron: cron.trim(), timeZone: timeZone.trim() || null };
  }
}
