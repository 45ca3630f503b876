import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, visit, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { FixedArguments } from './fixed-arguments.ts';

/** Fields that can be asked in one request, and which of the required names each field of the entity means there. */
interface Part {
  chosen: Map<string, string>;
  fields: Set<FieldNode>;
}

/** A fetch whose fields require one field of the entity with different arguments is as many fetches: an entity is told one value under a name. */
export function splitByRequirement(fetch: FetchNode, fixed: FixedArguments): FetchNode[] {
  const contested = contestedNames(fetch.requires ?? [], fixed);
  if (contested.size === 0) return [fetch];
  const { definitions } = parse(fetch.operation, { noLocation: true });
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || definitions.length > 1) return [fetch];
  const parts: Part[] = [];
  for (const { type, field } of entityFields(operation)) {
    const wanted = (fixed.required.get(`${fixed.graphs.get(fetch.serviceName) ?? ''} ${type}.${field.name.value}`) ?? []).filter((name) =>
      contested.has(name),
    );
    const meaning = wanted.map((name) => [fieldOf(name, fixed), name] as const);
    let part = parts.find(({ chosen }) => meaning.every(([of, name]) => (chosen.get(of) ?? name) === name));
    if (part === undefined) parts.push((part = { chosen: new Map(), fields: new Set() }));
    for (const [of, name] of meaning) part.chosen.set(of, name);
    part.fields.add(field);
  }
  return parts.map((part) => partOf(fetch, operation, part, contested, fixed));
}

function fieldOf(name: string, { calls }: FixedArguments): string {
  return calls.get(name)?.field ?? name;
}

/** The names that stand for one field of the entity with more than one set of arguments. */
function contestedNames(requires: readonly QueryPlanSelectionNode[], fixed: FixedArguments): ReadonlySet<string> {
  const byField = new Map<string, Set<string>>();
  const collect = (selections: readonly QueryPlanSelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') collect(selection.selections);
      else
        byField.set(fieldOf(selection.name, fixed), (byField.get(fieldOf(selection.name, fixed)) ?? new Set<string>()).add(selection.name));
    }
  };
  collect(requires);
  return new Set([...byField.values()].flatMap((names) => (names.size > 1 ? [...names] : [])));
}

/** The fields of `_entities`, each with the type it is selected on. */
function entityFields({ selectionSet }: OperationDefinitionNode): { type: string; field: FieldNode }[] {
  const collect = (set: SelectionSetNode | undefined, type: string): { type: string; field: FieldNode }[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [{ type, field: selection }];
      return selection.kind === Kind.INLINE_FRAGMENT ? collect(selection.selectionSet, selection.typeCondition?.name.value ?? type) : [];
    });
  return selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? collect(selection.selectionSet, '') : []));
}

function partOf(
  fetch: FetchNode,
  operation: OperationDefinitionNode,
  part: Part,
  contested: ReadonlySet<string>,
  fixed: FixedArguments,
): FetchNode {
  const all = new Set(entityFields(operation).map(({ field }) => field));
  const kept = visit(operation, {
    Field: (node) => (all.has(node) && !part.fields.has(node) ? null : undefined),
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const used = new Set<string>();
  visit(kept.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const definitions = (kept.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const isWanted = (name: string): boolean => !contested.has(name) || part.chosen.get(fieldOf(name, fixed)) === name;
  const only = (selections: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] =>
    selections.flatMap((selection): QueryPlanSelectionNode[] => {
      if (selection.kind === 'InlineFragment') return [{ ...selection, selections: only(selection.selections) }];
      return isWanted(selection.name) ? [selection] : [];
    });
  return {
    ...fetch,
    operation: print({ ...kept, variableDefinitions: definitions }),
    variableUsages: (fetch.variableUsages ?? []).filter((name) => used.has(name)),
    requires: only(fetch.requires ?? []),
  };
}
