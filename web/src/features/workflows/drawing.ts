import type { DrawnEdge } from '../../ui/graph/drawing.ts';
import type { ShapedStep } from './shape.ts';

/** A step with the column it stands in, from 1. */
export interface PlacedStep {
  step: ShapedStep;
  column: number;
}

export interface DrawnSteps {
  placed: readonly PlacedStep[];
  edges: readonly DrawnEdge[];
  columns: number;
}

interface Ended {
  /** The steps that those depending on it come after. */
  ends: readonly string[];
  column: number;
}

/**
 * Steps in columns, each right of all it depends on; inner steps stand right of the step they belong to, and what depends on that one
 * comes after them. A definition that is being written may name steps that are not there, or go round in a circle: that is left out. Pure.
 */
export function drawSteps(steps: readonly ShapedStep[]): DrawnSteps {
  const placed: PlacedStep[] = [];
  const edges: DrawnEdge[] = [];
  const link = (from: string, to: string, label = '', faint = false) =>
    edges.push({ id: `${from}>${to}`, from, to, label, ...(faint ? { faint } : {}) });

  const place = (list: readonly ShapedStep[], first: number, container: string | null): Ended => {
    const byId = new Map(list.map((step) => [step.id, step]));
    const done = new Map<string, Ended>();
    const underway = new Set<string>();
    const labels = new Map(
      list.flatMap(({ path, leads }) => [
        ...leads.yes.map((to) => [`${path}>${to}`, 'yes'] as const),
        ...leads.no.map((to) => [`${path}>${to}`, 'no'] as const),
      ]),
    );
    const end = (step: ShapedStep): Ended => {
      const known = done.get(step.id);
      if (known) return known;
      underway.add(step.id);
      const before = step.dependsOn.flatMap((id) => {
        const other = byId.get(id);
        return other && !underway.has(id) ? [{ other, ended: end(other) }] : [];
      });
      const column = Math.max(first, ...before.map(({ ended }) => ended.column + 1));
      placed.push({ step, column });
      if (before.length === 0 && container !== null) link(container, step.path, '', true);
      for (const { other, ended } of before)
        for (const from of ended.ends) link(from, step.path, labels.get(`${other.path}>${step.id}`) ?? '');
      const inner = step.inner.map((each) => place(each, column + 1, step.path));
      const ended: Ended =
        inner.length === 0
          ? { ends: [step.path], column }
          : { ends: inner.flatMap(({ ends }) => ends), column: Math.max(...inner.map((each) => each.column)) };
      underway.delete(step.id);
      done.set(step.id, ended);
      return ended;
    };
    for (const step of list) end(step);
    const followed = new Set(list.flatMap(({ dependsOn }) => dependsOn));
    const last = list.filter(({ id }) => !followed.has(id));
    const ends = (last.length > 0 ? last : list).flatMap(({ id }) => done.get(id)?.ends ?? []);
    return { ends: ends.length > 0 ? ends : [container ?? ''], column: Math.max(first, ...[...done.values()].map(({ column }) => column)) };
  };

  place(steps, 1, null);
  return { placed, edges, columns: Math.max(0, ...placed.map(({ column }) => column)) };
}
