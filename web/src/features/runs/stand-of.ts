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

/** What people call a step; of one that is done for each item or in rounds also which: `each[2].look` → "Look, 3". Pure. */
export function stepTitle({ key, name }: { key: string; name: string }): string {
  const places = [...key.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1);
  return places.length === 0 ? name : `${name}, ${places.join('.')}`;
}
