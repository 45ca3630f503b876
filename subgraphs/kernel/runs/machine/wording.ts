import type { StepState } from './run-state.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** The sentences of a run's history. */
export const wording = {
  started: (title: string) => `${title} has begun.`,
  stepStarted: (step: StepState) => (step.attempts > 1 ? `${step.title}: try ${step.attempts}.` : `${step.title} has begun.`),
  progressed: (step: StepState) => `${step.title}: ${step.detail ?? `${Math.round(step.progress * 100)} %`}`,
  stepFinished: (step: StepState) => sentence(`${step.title}: ${step.detail ?? (step.status === 'SKIPPED' ? 'not needed' : 'done')}`),
  stepFailed: (step: StepState) => sentence(`${step.title} failed: ${step.problem?.message ?? step.detail ?? 'no reason was given'}`),
  waiting: (step: StepState) => sentence(`${step.title}: ${step.detail ?? 'waits for a decision'}`),
  retrying: (step: StepState, forMs: number) =>
    `${step.title} failed and is tried again in ${duration(forMs)}: ${step.problem?.message ?? 'no reason was given'}`,
  takenOver: (step: StepState) => `The process that worked on it is gone; ${step.title} goes on from where it was saved.`,
  handedOver: (step: StepState) => `The process that worked on it stops; ${step.title} goes on from where it was saved.`,
  cancelling: () => 'It was asked to stop and will after what it is just doing.',
  resumed: (step: StepState) => `It goes on at ${step.title}.`,
  succeeded: () => 'Everything is done.',
  failed: (message: string) => sentence(`It failed: ${message}`),
  cancelled: () => 'It was cancelled.',
} as const;

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function duration(ms: number): string {
  return ms < MINUTE_MS ? `${Math.max(1, Math.round(ms / SECOND_MS))} s` : `${Math.round(ms / MINUTE_MS)} min`;
}
