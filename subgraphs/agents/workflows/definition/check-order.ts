import type { Condition, StepDefinition } from './definition.ts';
import { holds } from './condition.ts';
import type { DefinitionProblem } from './problems.ts';
import type { StepList } from './step-lists.ts';
import { TemplateFailure } from './render.ts';

/** Ids, dependencies, cycles and steps that can never run within one list. */
export function checkOrder(list: StepList): readonly DefinitionProblem[] {
  const named = [...duplicates(list), ...unknownSteps(list), ...branchProblems(list)];
  return named.length > 0 ? named : [...cycles(list), ...unreachable(list)];
}

function duplicates({ steps, path }: StepList): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  const problems: DefinitionProblem[] = [];
  for (const [index, { id }] of steps.entries()) {
    if (seen.has(id))
      problems.push({ path: `${path}[${index}].id`, code: 'DUPLICATE_ID', message: `Another step is called “${id}” as well.` });
    seen.add(id);
  }
  return problems;
}

function unknownSteps({ steps, path }: StepList): readonly DefinitionProblem[] {
  const known = new Set(steps.map(({ id }) => id));
  return steps.flatMap((step, index) =>
    namedBy(step).flatMap(({ key, ids }) =>
      ids.flatMap((id, at): DefinitionProblem[] =>
        known.has(id)
          ? []
          : [{ path: `${path}[${index}].${key}[${at}]`, code: 'UNKNOWN_STEP', message: `There is no step “${id}” beside this one.` }],
      ),
    ),
  );
}

function namedBy(step: StepDefinition): readonly { key: string; ids: readonly string[] }[] {
  const depends = { key: 'dependsOn', ids: step.dependsOn };
  return step.kind === 'CONDITION' ? [depends, { key: 'then', ids: step.then }, { key: 'else', ids: step.else }] : [depends];
}

/** What a condition chooses between has to wait for it. */
function branchProblems({ steps, path }: StepList): readonly DefinitionProblem[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps.flatMap((step, index) =>
    step.kind !== 'CONDITION'
      ? []
      : (['then', 'else'] as const).flatMap((side) =>
          step[side].flatMap((id, at): DefinitionProblem[] => {
            const chosen = byId.get(id);
            if (chosen === undefined || chosen.dependsOn.includes(step.id)) return [];
            const message = `“${id}” has to depend on “${step.id}”, which decides about it.`;
            return [{ path: `${path}[${index}].${side}[${at}]`, code: 'INVALID', message }];
          }),
        ),
  );
}

/** Names one cycle with all its steps; more would be told about the same knot again. */
function cycles(list: StepList): readonly DefinitionProblem[] {
  const stuck = new Set(inOrder(list.steps).stuck.map(({ id }) => id));
  if (stuck.size === 0) return [];
  const byId = new Map(list.steps.map((step) => [step.id, step]));
  const way: string[] = [];
  for (let at = [...stuck][0]; at !== undefined && !way.includes(at); at = byId.get(at)?.dependsOn.find((id) => stuck.has(id)))
    way.push(at);
  const last = byId.get(way.at(-1) ?? '')?.dependsOn.find((id) => way.includes(id)) ?? '';
  const cycle = [...way.slice(way.indexOf(last)), last];
  const index = list.steps.findIndex(({ id }) => id === last);
  return [{ path: `${list.path}[${index}].dependsOn`, code: 'CYCLE', message: `Steps wait for one another: ${cycle.join(' → ')}.` }];
}

/** Steps, each after those it depends on; `stuck` are those in a cycle or behind one. */
export function inOrder(steps: readonly StepDefinition[]): { sorted: readonly StepDefinition[]; stuck: readonly StepDefinition[] } {
  const waits = new Map(steps.map((step) => [step.id, new Set(step.dependsOn).size]));
  const after = new Map<string, StepDefinition[]>(steps.map(({ id }) => [id, []]));
  for (const step of steps) for (const id of new Set(step.dependsOn)) after.get(id)?.push(step);
  const sorted = steps.filter(({ id }) => waits.get(id) === 0);
  for (const step of sorted)
    for (const next of after.get(step.id) ?? []) {
      const left = (waits.get(next.id) ?? 0) - 1;
      waits.set(next.id, left);
      if (left === 0) sorted.push(next);
    }
  return { sorted, stuck: steps.filter(({ id }) => (waits.get(id) ?? 0) > 0) };
}

/** Steps that are skipped whatever happens, because conditions without a path are decided already. */
function unreachable({ steps, path }: StepList): readonly DefinitionProblem[] {
  const barred = new Set(steps.flatMap((step) => (step.kind === 'CONDITION' ? neverChosen(step) : [])));
  for (const step of inOrder(steps).sorted)
    if (step.dependsOn.length > 0 && step.dependsOn.every((id) => barred.has(id))) barred.add(step.id);
  return steps.flatMap((step, index): DefinitionProblem[] => {
    const never = barred.has(step.id) || (step.when !== undefined && decided(step.when) === false);
    return never ? [{ path: `${path}[${index}]`, code: 'UNREACHABLE', message: `“${step.id}” can never run.` }] : [];
  });
}

function neverChosen(step: StepDefinition & { kind: 'CONDITION' }): readonly string[] {
  const always = decided(step.if);
  if (always !== null) return always ? step.else : step.then;
  return step.then.filter((id) => step.else.includes(id));
}

/** What a condition comes to that asks about nothing; null when it does. */
function decided(condition: Condition): boolean | null {
  try {
    return holds(condition, () => {
      throw new TemplateFailure('It asks.');
    });
  } catch (error) {
    if (error instanceof TemplateFailure) return null;
    throw error;
  }
}
