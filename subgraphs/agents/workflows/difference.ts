import { isDeepStrictEqual } from 'node:util';
import type { StepDefinition, WorkflowDefinition } from './definition/definition.ts';

/** A part of a workflow that differs between two versions of it. */
export interface Difference {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** Address of the step, without the numbers of items: `outer.inner`; empty: of the workflow itself. */
  path: string;
  field: string | null;
  before: unknown;
  after: unknown;
}

/** Where two versions differ: field by field of the workflow and of each step, whole steps where only one has them. */
export function differences(before: WorkflowDefinition, after: WorkflowDefinition): Difference[] {
  const [left, right] = [stepsOf(before.steps), stepsOf(after.steps)];
  const gone = [...left].flatMap(([path, step]): Difference[] =>
    right.has(path) ? [] : [{ kind: 'REMOVED', path, field: null, before: shown(step), after: null }],
  );
  const others = [...right].flatMap(([path, step]): Difference[] => {
    const known = left.get(path);
    if (known === undefined) return [{ kind: 'ADDED', path, field: null, before: null, after: shown(step) }];
    return fields(path, shown(known), shown(step));
  });
  const { steps: _before, ...was } = before;
  const { steps: _after, ...is } = after;
  return [...fields('', was, is), ...gone, ...others];
}

function fields(path: string, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field): Difference[] => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return isDeepStrictEqual(was, is) ? [] : [{ kind: 'CHANGED', path, field, before: was, after: is }];
  });
}

/** Every step by its address, outer ones before their inner ones. */
function stepsOf(steps: readonly StepDefinition[], within = ''): Map<string, StepDefinition> {
  return new Map(
    steps.flatMap((step): [string, StepDefinition][] => {
      const path = `${within}${step.id}`;
      return [[path, step], ...innerOf(step).flatMap(({ prefix, steps: inner }) => [...stepsOf(inner, `${path}.${prefix}`)])];
    }),
  );
}

function innerOf(step: StepDefinition): { prefix: string; steps: readonly StepDefinition[] }[] {
  if (step.kind === 'MAP' || step.kind === 'REPEAT') return [{ prefix: '', steps: step.steps }];
  return step.kind === 'PARALLEL' ? step.branches.map(({ id, steps }) => ({ prefix: `${id}.`, steps })) : [];
}

/** A step without its inner ones, which have addresses of their own. */
function shown(step: StepDefinition): Readonly<Record<string, unknown>> {
  if (step.kind === 'MAP' || step.kind === 'REPEAT') {
    const { steps: _inner, ...own } = step;
    return own;
  }
  return step.kind === 'PARALLEL' ? { ...step, branches: step.branches.map(({ id }) => id) } : { ...step };
}
