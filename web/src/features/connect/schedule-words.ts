/** The spans that people choose among, in minutes. */
export const EVERY = [
  { value: '5', label: '5 minutes' },
  { value: '15', label: '15 minutes' },
  { value: '30', label: '30 minutes' },
  { value: '60', label: 'hour' },
  { value: '180', label: '3 hours' },
  { value: '360', label: '6 hours' },
  { value: '720', label: '12 hours' },
  { value: '1440', label: 'day' },
] as const;

/** Minutes in words: 90 → "every 90 minutes", 60 → "every hour". */
export function everyWords(minutes: number): string {
  return `every ${EVERY.find((each) => Number(each.value) === minutes)?.label ?? `${Math.round(minutes)} minutes`}`;
}

/** When a source is read, in words; null: only when somebody asks. */
export function scheduleWords(schedule: { everyMinutes: number | null; cron: string | null } | null): string {
  if (schedule === null) return 'on demand';
  return schedule.everyMinutes === null ? `at times: ${schedule.cron ?? ''}` : everyWords(schedule.everyMinutes);
}
