import { Ban, Check, Clock3, Dot, Hand, LoaderCircle, Minus, Pause, Undo2, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export type RunState = RunFieldsFragment['status'];
export type Step = RunFieldsFragment['steps'][number];
export type StepState = Step['status'];

interface StateLook {
  word: string;
  tone: Tone;
  icon: LucideIcon;
}

const STATES: Readonly<Record<string, StateLook>> = {
  PENDING: { word: 'to come', tone: 'neutral', icon: Dot },
  RUNNING: { word: 'running', tone: 'accent', icon: LoaderCircle },
  WAITING: { word: 'waiting', tone: 'warning', icon: Hand },
  SUCCEEDED: { word: 'done', tone: 'good', icon: Check },
  FAILED: { word: 'failed', tone: 'bad', icon: X },
  CANCELLED: { word: 'stopped', tone: 'neutral', icon: Ban },
  SKIPPED: { word: 'not needed', tone: 'neutral', icon: Minus },
  PAUSED: { word: 'held', tone: 'warning', icon: Pause },
  COMPENSATING: { word: 'undoing', tone: 'warning', icon: Undo2 },
  COMPENSATED: { word: 'undone', tone: 'neutral', icon: Undo2 },
};

/** How a run, or a step of it, stands: a word and an icon each, so that colour is never alone. */
export function stateLook(status: string): StateLook {
  return STATES[status] ?? { word: status.toLowerCase(), tone: 'neutral', icon: Dot };
}

/** What the steps of a sync are for, until they have something to say themselves. */
export const PURPOSES: Readonly<Record<string, string>> = {
  DISCOVER: 'Find tables, types, keys and the links between them',
  LAND: 'Bring every row over, page by page',
  MAP: 'Match tables and columns to the business ontology',
  RESOLVE: 'Turn rows into records that belong together',
  METRICS: 'Bring every number up to date',
};

const EVENT_KINDS: Readonly<Record<string, { word: string; tone: Tone }>> = {
  STARTED: { word: 'started', tone: 'accent' },
  STEP_STARTED: { word: 'step started', tone: 'accent' },
  PROGRESSED: { word: 'progress', tone: 'neutral' },
  STEP_FINISHED: { word: 'step ended', tone: 'good' },
  WAITING: { word: 'waiting', tone: 'warning' },
  RETRYING: { word: 'trying again', tone: 'warning' },
  TAKEN_OVER: { word: 'taken over', tone: 'warning' },
  CANCELLING: { word: 'stopping', tone: 'warning' },
  RESUMED: { word: 'resumed', tone: 'accent' },
  FINISHED: { word: 'ended', tone: 'good' },
  TOOL_CALLED: { word: 'calls a tool', tone: 'accent' },
  TOOL_RETURNED: { word: 'tool replied', tone: 'good' },
  JUDGED: { word: 'judged', tone: 'neutral' },
  USAGE: { word: 'cost', tone: 'neutral' },
  COMPENSATING: { word: 'undoing', tone: 'warning' },
  FORKED: { word: 'forked', tone: 'accent' },
  PAUSED: { word: 'held', tone: 'warning' },
  APPROVAL_ASKED: { word: 'asks', tone: 'warning' },
  APPROVAL_DECIDED: { word: 'decided', tone: 'accent' },
  APPROVAL_ESCALATED: { word: 'escalated', tone: 'warning' },
};

/** What an event of a run says, in a word. */
export function eventLook(kind: string): { word: string; tone: Tone } {
  return EVENT_KINDS[kind] ?? { word: kind.toLowerCase().replaceAll('_', ' '), tone: 'neutral' };
}

/** The icon of a step that waits for the clock rather than for a person: another attempt. */
export const RETRY_ICON = Clock3;

/** A run that will do more by itself or when somebody decides. */
export function isOpen(status: RunState): boolean {
  return status === 'RUNNING' || status === 'WAITING';
}

/** The step a run is at: the first that has not ended; null when all have. */
export function currentStep(steps: readonly Step[]): Step | null {
  return steps.find((step) => ['RUNNING', 'WAITING', 'FAILED', 'CANCELLED'].includes(step.status)) ?? null;
}
