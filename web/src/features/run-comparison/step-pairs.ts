import { orderedText } from '../workflows/ordered-text.ts';

/** How a step stands on one side. */
export interface PairedStep {
  status: string;
  input: unknown;
  output: unknown;
  problem: string | null;
}

/** One step on both sides. `INPUT`: it came to the same, called with something else; `UNANSWERED`: no reply of it is on record. */
export interface StepPair {
  key: string;
  name: string;
  change: 'SAME' | 'INPUT' | 'RESULT' | 'ADDED' | 'REMOVED' | 'UNANSWERED';
  before: PairedStep | null;
  after: PairedStep | null;
}

type Named = PairedStep & { key: string; name: string };

const resultOf = ({ status, output, problem }: PairedStep): string => JSON.stringify([status, orderedText(output), problem]);

function changeOf(before: PairedStep, after: PairedStep): StepPair['change'] {
  if (resultOf(before) !== resultOf(after)) return 'RESULT';
  return orderedText(before.input) === orderedText(after.input) ? 'SAME' : 'INPUT';
}

/** The steps of two runs side by side, in the order of the first; those that only the second has come last. Pure. */
export function stepPairs(before: readonly Named[], after: readonly Named[]): readonly StepPair[] {
  const others = new Map(after.map((step) => [step.key, step]));
  const known = new Set(before.map(({ key }) => key));
  return [
    ...before.map((step): StepPair => {
      const other = others.get(step.key) ?? null;
      return { key: step.key, name: step.name, change: other ? changeOf(step, other) : 'REMOVED', before: step, after: other };
    }),
    ...after
      .filter(({ key }) => !known.has(key))
      .map((step): StepPair => ({ key: step.key, name: step.name, change: 'ADDED', before: null, after: step })),
  ];
}
