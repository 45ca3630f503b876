import { z } from 'zod';
import { assertNever } from '../../../kernel/assert-never.ts';
import { json } from '../json-schema.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { StepFacts } from '../machine/flow-state.ts';

/** What a flow asks the world for and the world answers. */
export type Question = Extract<FlowCommand, { kind: 'CALL' | 'MODEL' | 'UNDO' | 'START_CHILD' | 'ASK' | 'AWAIT_EVENT' | 'STOP' }>;

/** What was answered, and when: `order` is of the recorded flow's own time. */
export interface RecordedAnswer {
  order: number;
  event: FlowEvent;
}

/** Before everything else: it has no place of its own in the record. */
export const AT_ONCE = -1;
/** After everything else. */
export const AT_LAST = Infinity;

/** What of is not kept: only the last try of a step leaves its failure. */
const EARLIER_TRY = { code: 'EARLIER_TRY', message: 'An earlier try of the step failed.' };
const decisionSchema = z.object({
  decision: z.enum(['APPROVED', 'EDITED', 'RESPONDED', 'REJECTED', 'EXPIRED']),
  comment: z.string().nullable(),
  payload: json,
  decidedBy: z.string().nullable(),
});
const arrivedSchema = z.object({ event: json });

/** What is known about whoever asks. */
export interface Asking {
  /** What the record has of the step; null: it has no such step. */
  record: StepFacts | null;
  /** When the step that it is within ended, by the record. */
  aroundEnded: number;
  /** Tries of the step itself in the replay: tries of its compensation are counted after them. */
  tries: number;
  atMs: number;
}

/** What a run was answered when it asked this; null: the record has no answer. */
export function recordedAnswer(question: Question, asking: Asking): RecordedAnswer | null {
  const { record, atMs } = asking;
  const { path } = question;
  if (question.kind === 'STOP') return stopAnswer(question, asking);
  if (record === null) return null;
  const order = record.order ?? AT_LAST;
  switch (question.kind) {
    case 'CALL':
    case 'MODEL':
    case 'START_CHILD':
      return callAnswer(question, record, atMs);
    case 'UNDO':
      return undoAnswer(question, asking, record);
    case 'ASK': {
      const decision = decisionSchema.safeParse(record.output);
      return decision.success ? { order, event: { kind: 'DECIDED', path, atMs, decision: decision.data } } : null;
    }
    case 'AWAIT_EVENT': {
      const arrived = arrivedSchema.safeParse(record.output);
      return arrived.success ? { order, event: { kind: 'ARRIVED', path, atMs, event: arrived.data.event } } : null;
    }
    default:
      return assertNever(question);
  }
}

/** Whether a step came to what it was to do, whatever was undone afterwards. */
export function wasDone({ status }: StepFacts): boolean {
  return status === 'DONE' || status === 'UNDOING' || status === 'UNDO_WAITING' || status === 'UNDONE' || status === 'NOT_UNDONE';
}

/** Whether a step was let go while it rested before another try, or had not begun. */
export function wasLetGo({ status, order }: StepFacts): boolean {
  return status === 'CANCELLED' && order === null;
}

function callAnswer({ path, attempt }: { path: string; attempt: number }, record: StepFacts, atMs: number): RecordedAnswer | null {
  if (attempt < record.tries) return { order: AT_ONCE, event: { kind: 'FAILED', path, attempt, atMs, problem: EARLIER_TRY, again: true } };
  const order = record.order ?? AT_LAST;
  if (record.tries === 0) return null;
  if (wasDone(record)) return { order, event: { kind: 'DONE', path, attempt, atMs, output: record.output } };
  if (record.problem === null) return null;
  if (wasLetGo(record)) return { order: AT_ONCE, event: { kind: 'FAILED', path, attempt, atMs, problem: record.problem, again: true } };
  if (record.status !== 'FAILED') return null;
  return { order, event: { kind: 'FAILED', path, attempt, atMs, problem: record.problem, again: false } };
}

function undoAnswer(
  { path, attempt }: { path: string; attempt: number },
  { tries, atMs }: Asking,
  { status, carried, undoTries, problem }: StepFacts,
): RecordedAnswer | null {
  const done = { order: AT_ONCE, event: { kind: 'DONE' as const, path, attempt, atMs, output: null } };
  // What a fork took over is never undone by it; a replay does it from the start.
  if (carried) return done;
  const failed = { kind: 'FAILED' as const, path, attempt, atMs };
  if (attempt - tries < undoTries) return { order: AT_ONCE, event: { ...failed, problem: EARLIER_TRY, again: true } };
  if (status === 'UNDONE') return done;
  return status === 'NOT_UNDONE' ? { order: AT_ONCE, event: { ...failed, problem: problem ?? EARLIER_TRY, again: false } } : null;
}

/** Whoever was told to stop did, unless it was too late; where it is not kept when, before the step around it ended. */
function stopAnswer({ path, attempt }: { path: string; attempt: number }, { record, aroundEnded, atMs }: Asking): RecordedAnswer {
  const late = record === null || record.status === 'CANCELLED' ? null : callAnswer({ path, attempt }, record, atMs);
  return late ?? { order: record?.order ?? aroundEnded - 0.5, event: { kind: 'STOPPED', path, attempt, atMs } };
}
