import type { Json } from '../json.ts';
import type { Condition, StepDefinition, WorkflowDefinition } from './definition.ts';
import { inOrder } from './check-order.ts';
import type { DefinitionProblem } from './problems.ts';
import type { StepList } from './step-lists.ts';
import { parseTemplate } from './template.ts';

/** What paths of a place may begin with. */
interface Known {
  inputs: ReadonlySet<string>;
  /** Steps that are done before, in this list and in those around it. */
  before: ReadonlySet<string>;
  /** Steps of the list itself, to tell what is not before from what is not there. */
  beside: ReadonlySet<string>;
  roots: ReadonlySet<string>;
}

const EVERYWHERE = ['input', 'steps', 'run'];

/** Whether every path in every template leads somewhere: inputs that are declared, and steps that are done before. */
export function checkReferences(definition: WorkflowDefinition, lists: readonly StepList[]): readonly DefinitionProblem[] {
  const inputs = new Set(Object.keys(definition.input));
  const problems: DefinitionProblem[] = [];
  const knownIn = new Map<StepList, ReadonlyMap<string, Known>>();
  for (const list of lists) {
    const around = list.within === null ? null : (knownIn.get(list.within.list)?.get(list.within.step.id) ?? null);
    const known = knownOf(list, around, inputs);
    knownIn.set(list, known);
    for (const [index, step] of list.steps.entries()) {
      const of = known.get(step.id);
      if (of !== undefined) for (const place of placesOf(step, of, `${list.path}[${index}]`)) problems.push(...look(place));
    }
  }
  if (definition.output !== undefined) {
    const all = new Set(definition.steps.map(({ id }) => id));
    problems.push(
      ...look({ value: definition.output, path: 'output', known: { inputs, before: all, beside: all, roots: new Set(EVERYWHERE) } }),
    );
  }
  return problems;
}

function knownOf(list: StepList, around: Known | null, inputs: ReadonlySet<string>): ReadonlyMap<string, Known> {
  const roots = new Set([...(around?.roots ?? EVERYWHERE), ...rootsWithin(list.within?.step)]);
  const beside = new Set([...(around?.beside ?? []), ...list.steps.map(({ id }) => id)]);
  const own = new Map<string, ReadonlySet<string>>();
  for (const step of inOrder(list.steps).sorted) own.set(step.id, new Set(step.dependsOn.flatMap((id) => [id, ...(own.get(id) ?? [])])));
  return new Map([...own].map(([id, before]) => [id, { inputs, beside, roots, before: new Set([...(around?.before ?? []), ...before]) }]));
}

function rootsWithin(step: StepDefinition | undefined): readonly string[] {
  if (step?.kind === 'MAP') return ['item', 'index'];
  return step?.kind === 'REPEAT' ? ['round', 'previous'] : [];
}

interface Place {
  value: unknown;
  path: string;
  known: Known;
}

/** The templates of a step, and what is known at each. */
function placesOf(step: StepDefinition, known: Known, path: string): readonly Place[] {
  const places: Place[] = [];
  const add = (key: string, value: unknown, more: Partial<Known> = {}): void => {
    if (value !== undefined) places.push({ value, path: `${path}.${key}`, known: { ...known, ...more } });
  };
  add('when', step.when);
  add('compensate.input', step.compensate?.input, { roots: new Set([...known.roots, 'output']) });
  if (step.kind === 'TOOL' || step.kind === 'WORKFLOW') add('input', step.input);
  if (step.kind === 'MODEL') {
    add('instructions', step.instructions);
    add('text', step.text);
  }
  if (step.kind === 'CONDITION') add('if', step.if);
  if (step.kind === 'WAIT') {
    add('until', step.until);
    add('event.match', step.event?.match);
  }
  if (step.kind === 'APPROVAL') for (const key of ['intent', 'evidence', 'payload'] as const) add(key, step[key]);
  if (step.kind === 'MAP') {
    add('over', step.over);
    add('collect', step.collect, afterInner(step, known));
  }
  if (step.kind === 'REPEAT') add('until', step.until, afterInner(step, known));
  return places;
}

function afterInner(step: StepDefinition & { kind: 'MAP' | 'REPEAT' }, known: Known): Partial<Known> {
  const inner = step.steps.map(({ id }) => id);
  return { before: new Set([...known.before, ...inner]), roots: new Set([...known.roots, ...rootsWithin(step)]) };
}

/** Looks through a value with templates, or a condition, which is a value with templates whose `exists` is a path by itself. */
function look({ value, path, known }: Place): readonly DefinitionProblem[] {
  if (typeof value === 'string') return lookAtText(value, path, known);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Condition | Readonly<Record<string, Json>>).flatMap(([key, inner]: [string, unknown]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const bare = key === 'exists' && typeof inner === 'string' && !inner.includes('{{');
    return look({ value: bare ? `{{${inner}}}` : inner, path: at, known });
  });
}

function lookAtText(text: string, path: string, known: Known): readonly DefinitionProblem[] {
  const { parts, malformed } = parseTemplate(text);
  if (malformed !== null) return [{ path, code: 'REFERENCE_MALFORMED', message: `“${malformed}” is not a path.` }];
  return parts.flatMap((part) => {
    if (part.kind === 'TEXT') return [];
    const problem = misses(part.reference.keys, known);
    return problem === null ? [] : [{ path, ...problem }];
  });
}

function misses([root, name]: readonly (string | number)[], known: Known): Omit<DefinitionProblem, 'path'> | null {
  const unknown = (message: string): Omit<DefinitionProblem, 'path'> => ({ code: 'REFERENCE_UNKNOWN', message });
  if (!known.roots.has(String(root))) return unknown(`Nothing is known as “${root}” here; there is ${[...known.roots].join(', ')}.`);
  if (root === 'input' && name !== undefined && !known.inputs.has(String(name))) return unknown(`No input is called “${name}”.`);
  if (root === 'run' && name !== 'id' && name !== 'startedAt') return unknown('Of the run, id and startedAt are known.');
  if (root !== 'steps') return null;
  if (name === undefined) return unknown('Which step is meant has to be said: steps.<id>.output.');
  if (known.before.has(String(name))) return null;
  if (!known.beside.has(String(name))) return unknown(`There is no step “${name}” here.`);
  return { code: 'REFERENCE_NOT_BEFORE', message: `“${name}” is not done before this: say dependsOn.` };
}
