import { orderedText } from './ordered-text.ts';
import { allSteps } from './shape.ts';
import type { Shape } from './shape.ts';

/** One thing that differs between two definitions. */
export interface Difference {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** Address of the step; null: the workflow itself. */
  path: string | null;
  title: string;
  /** What is said differently; of a step that came or went, nothing. */
  fields: readonly { name: string; before: string; after: string }[];
}

function fieldsOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Difference['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [orderedText(before[name]), orderedText(after[name])];
    return was === is ? [] : [{ name, before: was, after: is }];
  });
}

/** How `after` differs from `before`: the workflow first, then its steps in the order in which they stand. Pure. */
export function diffDefinitions(before: Shape, after: Shape): readonly Difference[] {
  const was = new Map(allSteps(before.steps).map((step) => [step.path, step]));
  const is = new Map(allSteps(after.steps).map((step) => [step.path, step]));
  const own = fieldsOf(before.said, after.said);
  return [
    ...(own.length > 0 ? [{ kind: 'CHANGED' as const, path: null, title: 'The workflow', fields: own }] : []),
    ...[...is.values()].flatMap((step): Difference[] => {
      const old = was.get(step.path);
      if (!old) return [{ kind: 'ADDED', path: step.path, title: step.title, fields: [] }];
      const fields = fieldsOf(old.said, step.said);
      return fields.length > 0 ? [{ kind: 'CHANGED', path: step.path, title: step.title, fields }] : [];
    }),
    ...[...was.values()].flatMap((step): Difference[] =>
      is.has(step.path) ? [] : [{ kind: 'REMOVED', path: step.path, title: step.title, fields: [] }],
    ),
  ];
}
