import { type ReferenceMatch, type TargetText, resolveReferences } from './near-match.ts';

/** Runs on a worker thread: resolution of thousands of values takes longer than the event loop may wait. */
export default function run(input: { values: readonly string[]; targets: readonly TargetText[]; similar: boolean }): ReferenceMatch[] {
  return resolveReferences(input.values, input.targets, input.similar);
}
