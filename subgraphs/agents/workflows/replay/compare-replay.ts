import { isDeepStrictEqual } from 'node:util';
import { everyStep } from '../machine/every-step.ts';
import type { StepFacts } from '../machine/flow-state.ts';
import type { StepDefinition } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import type { Recording, Replayed } from './replay-flow.ts';

/**
 * How a step of a replay compares with the run's. INPUT: it came to the same, but would have been asked with something else. ADDED, REMOVED: only one of the
 * two has it. UNANSWERED: the run has nothing that could answer it.
 */
export const ReplayChange = {
  SAME: 'SAME',
  INPUT: 'INPUT',
  RESULT: 'RESULT',
  ADDED: 'ADDED',
  REMOVED: 'REMOVED',
  UNANSWERED: 'UNANSWERED',
} as const;
export type ReplayChange = (typeof ReplayChange)[keyof typeof ReplayChange];

/** A step of the run, of the replay, or of both. */
export interface ComparedStep {
  path: string;
  definition: StepDefinition;
  change: ReplayChange;
  before: StepFacts | null;
  after: StepFacts | null;
  inputBefore: Json;
  input: Json;
}

export interface Comparison {
  /** Whether the end and every step came to the same. */
  same: boolean;
  steps: readonly ComparedStep[];
}

/** @param inputs what each step of the run was last called with, by address */
export function compareReplay(
  recording: Recording,
  inputs: ReadonlyMap<string, Json>,
  replayed: Replayed,
  program = recording.program,
): Comparison {
  const was = stepsOf(recording.flow.root, recording.program.root);
  const is = stepsOf(replayed.flow.root, program.root);
  const unanswered = new Set(replayed.unanswered);
  const compared = (path: string, definition: StepDefinition, before: StepFacts | null, after: StepFacts | null): ComparedStep => {
    const inputBefore = inputs.get(path) ?? null;
    const input = replayed.asked.get(path) ?? null;
    const change = unanswered.has(path) ? ReplayChange.UNANSWERED : changeOf({ before, after, inputBefore, input });
    return { path, definition, change, before, after, inputBefore, input };
  };
  const steps = [
    ...[...is].map(([path, { facts, definition }]) => compared(path, definition, was.get(path)?.facts ?? null, facts)),
    ...[...was].flatMap(([path, { facts, definition }]) => (is.has(path) ? [] : [compared(path, definition, facts, null)])),
  ];
  const asBefore = steps.every(({ change }) => change === 'SAME' || change === 'INPUT');
  return { same: asBefore && isDeepStrictEqual(endOf(recording.flow), endOf(replayed.flow)), steps };
}

function stepsOf(...[list, program]: Parameters<typeof everyStep>): Map<string, { facts: StepFacts; definition: StepDefinition }> {
  return new Map([...everyStep(list, program)].map(({ path, state, of }) => [path, { facts: state, definition: of.step }]));
}

function changeOf({ before, after, inputBefore, input }: Pick<ComparedStep, 'before' | 'after' | 'inputBefore' | 'input'>): ReplayChange {
  if (before === null) return ReplayChange.ADDED;
  if (after === null) return ReplayChange.REMOVED;
  if (!isDeepStrictEqual(resultOf(before), resultOf(after, before.carried))) return ReplayChange.RESULT;
  // What a fork took over was asked by another run; what never got as far as a call has no input.
  const told = !before.carried && inputBefore !== null && input !== null;
  return told && !isDeepStrictEqual(inputBefore, input) ? ReplayChange.INPUT : ReplayChange.SAME;
}

/** What a step came to, for comparing. What a fork took over is not undone by it, whatever a replay from the start would do. */
function resultOf({ status, output, problem }: StepFacts, carried = false): Json {
  const counts = status === 'FAILED' || status === 'NOT_UNDONE';
  const ended = carried && status === 'UNDONE' ? 'DONE' : status;
  return { status: ended, output, problem: counts ? (problem?.code ?? null) : null };
}

function endOf({ outcome }: Recording['flow']): Json {
  if (outcome === null) return null;
  const { status, output, problem, notUndone } = outcome;
  return { status, output, problem: problem?.code ?? null, notUndone: [...notUndone] };
}
