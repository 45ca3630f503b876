import type {
  AgentScheduleFieldsFragment,
  MisfirePolicy,
  OverlapPolicy,
  SaveScheduleInput,
  ScheduleEvent,
  ScheduleTiming,
} from '../../gql/graphql.ts';

/** A schedule as somebody is setting it: everything as text. */
export interface ScheduleDraft {
  name: string;
  agentId: string;
  workflow: string;
  input: string;
  dryRun: boolean;
  timing: ScheduleTiming;
  at: string;
  every: string;
  unit: string;
  cron: string;
  timeZone: string;
  on: string;
  onlyFor: string;
  eventInput: string;
  misfire: string;
  overlap: string;
  maxConcurrent: string;
}

/** Units of an interval, in seconds. */
export const UNITS = [
  { value: '60', label: 'minutes' },
  { value: '3600', label: 'hours' },
  { value: '86400', label: 'days' },
] as const;

/** A draft of what is kept, or of something new. */
export function draftOf(schedule: AgentScheduleFieldsFragment | null, start: { workflow: string; agentId: string }): ScheduleDraft {
  const seconds = schedule?.everySeconds ?? 86_400;
  const unit = UNITS.findLast(({ value }) => seconds % Number(value) === 0)?.value ?? '60';
  return {
    name: schedule?.name ?? '',
    agentId: schedule?.agent?.id ?? start.agentId,
    workflow: schedule?.workflow ?? start.workflow,
    input: schedule && Object.keys(schedule.input).length > 0 ? JSON.stringify(schedule.input, null, 2) : '',
    dryRun: schedule?.dryRun ?? false,
    timing: schedule?.timing ?? 'CRON',
    at: schedule?.at?.slice(0, 16) ?? '',
    every: String(seconds / Number(unit)),
    unit,
    cron: schedule?.cron ?? '0 6 * * *',
    timeZone: schedule?.timeZone ?? '',
    on: schedule?.on ?? 'CANONICAL_CHANGED',
    onlyFor: schedule?.onlyFor ?? '',
    eventInput: schedule?.eventInput ?? '',
    misfire: schedule?.misfire ?? 'RUN_ONCE',
    overlap: schedule?.overlap ?? 'SKIP',
    maxConcurrent: String(schedule?.maxConcurrent ?? 1),
  };
}

/** What is sent of a draft; null when the input is no JSON object. Pure. */
export function scheduleInputOf(draft: ScheduleDraft, schedule: AgentScheduleFieldsFragment | null): SaveScheduleInput | null {
  const input = objectOf(draft.input);
  if (input === null) return null;
  const { timing } = draft;
  return {
    ...(schedule ? { id: schedule.id, expectedVersion: schedule.version } : {}),
    name: draft.name,
    agentId: draft.agentId,
    workflow: draft.workflow,
    input,
    dryRun: draft.dryRun,
    timing,
    timeZone: draft.timeZone.trim() === '' ? null : draft.timeZone,
    at: timing === 'ONCE' && draft.at !== '' ? `${draft.at}:00Z` : null,
    everySeconds: timing === 'INTERVAL' ? Math.round(Number(draft.every) * Number(draft.unit)) : null,
    cron: timing === 'CRON' ? draft.cron : null,
    on: timing === 'EVENT' ? (draft.on as ScheduleEvent) : null,
    onlyFor: timing === 'EVENT' && draft.onlyFor !== '' ? draft.onlyFor : null,
    eventInput: timing === 'EVENT' && draft.eventInput !== '' ? draft.eventInput : null,
    misfire: draft.misfire as MisfirePolicy,
    overlap: draft.overlap as OverlapPolicy,
    maxConcurrent: Math.max(1, Math.round(Number(draft.maxConcurrent)) || 1),
  };
}

function objectOf(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
