import { currentStep, hasEnded, type RunState } from './machine/run-state.ts';

/** Below this nothing can be said about a step's speed. */
const MIN_FRACTION = 0.02;
const MIN_ELAPSED_SECONDS = 0.5;

/**
 * Seconds until the run ends, from how fast its step gets on and the weights of those to come; null while a person's decision is waited
 * for, or too little is done to say. A step's speed is its fraction over the time since it began.
 */
export function estimateSeconds(run: RunState, elapsedSeconds: number | null): number | null {
  const step = currentStep(run);
  if (hasEnded(run) || step.status !== 'RUNNING' || elapsedSeconds === null) return null;
  if (step.progress < MIN_FRACTION || elapsedSeconds < MIN_ELAPSED_SECONDS) return null;
  const whole = elapsedSeconds / step.progress;
  const later = run.steps.slice(run.at + 1).reduce((sum, { weight, progress }) => sum + weight * (1 - progress), 0);
  const perWeight = step.weight === 0 ? 0 : whole / step.weight;
  return whole * (1 - step.progress) + perWeight * later;
}
