import type { StepState } from './run-state.ts';

/** The address of a step in the definition: `each[3].inner` → `each.inner`. Pure. */
export function staticPath(key: string): string {
  return key.replaceAll(/\[\d+\]/g, '');
}

/** From what matters most to a person to what matters least. */
const ORDER: readonly StepState[] = ['FAILED', 'WAITING', 'RUNNING', 'CANCELLED', 'PENDING', 'SUCCEEDED', 'SKIPPED'];

/** How several doings of one step stand together. Pure. */
export function standOf(steps: readonly { status: StepState }[]): StepState {
  return ORDER.find((status) => steps.some((step) => step.status === status)) ?? 'PENDING';
}
