import {
  Kind,
  getNullableType,
  isListType,
  isNonNullType,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLOutputType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionsOf, type Condition } from './conditions.ts';
import type { Demand } from './read-demands.ts';
import type { RuntimeTypes, RuntimeTypeSets } from './runtime-types.ts';

/** A field that may not be read: where it stands in the reply (`@` for the items of a list), and what it asks for. */
export interface Denied {
  path: readonly string[];
  /** Whether it is asked for at all hangs on these. */
  conditions: readonly Condition[];
  demand: Demand;
}

/** What of a selection may be read. */
export interface PermittedSelection {
  /** The same object when nothing is denied; null when nothing is left. */
  selectionSet: SelectionSetNode | null;
  /** No more than MAX_DENIED. */
  denied: readonly Denied[];
  /** The first field denied in this very selection, not below it. */
  here: Denied | null;
}

/** Raised when a document's fragments can be read in too many ways to look at each. */
export class TangledDocument extends Error {
  override readonly name = 'TangledDocument';
}

const MAX_DENIED = 100;
const MAX_FIELDS_LOOKED_AT = 50_000;
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The first demand of a field of an object type that is not met; null when all are. */
export type UnmetDemand = (type: string, field: string) => Demand | null;

/**
 * Takes out of an operation what may not be read. A field is judged for each object type that can answer where it stands: it may be read
 * when it may be read of all of them. Conditions (`@skip`, `@include`) count for nothing: what may be asked for does not hang on variables.
 */
export class SelectionJudge {
  /** The fragments that are left, by name: as they were written, or under a name of their own with what is left of them. */
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly sets: RuntimeTypeSets;
  private readonly unmet: UnmetDemand;
  private readonly written: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly judged = new Map<SelectionSetNode, Map<RuntimeTypes, PermittedSelection>>();
  private readonly names = new Map<SelectionSetNode, string>();
  private lookedAt = 0;
  private lastNumber = 0;

  constructor(sets: RuntimeTypeSets, unmet: UnmetDemand, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.sets = sets;
    this.unmet = unmet;
    this.written = fragments;
  }

  /** @throws TangledDocument */
  judge(selectionSet: SelectionSetNode, runtime: RuntimeTypes): PermittedSelection {
    let byRuntime = this.judged.get(selectionSet);
    if (byRuntime === undefined) this.judged.set(selectionSet, (byRuntime = new Map()));
    let permitted = byRuntime.get(runtime);
    if (permitted === undefined) byRuntime.set(runtime, (permitted = this.judgeAfresh(selectionSet, runtime)));
    return permitted;
  }

  private judgeAfresh(selectionSet: SelectionSetNode, runtime: RuntimeTypes): PermittedSelection {
    const denied: Denied[] = [];
    let here: Denied | null = null;
    const left = selectionSet.selections.map((selection): SelectionNode | null => {
      if (++this.lookedAt > MAX_FIELDS_LOOKED_AT) throw new TangledDocument();
      const part = this.judgeOne(selection, runtime);
      here ??= part.here;
      addPlaces(denied, part.denied);
      return part.left;
    });
    if (left.every((selection, index) => selection === selectionSet.selections[index])) return { selectionSet, denied, here };
    const selections = left.filter((selection) => selection !== null);
    return { selectionSet: selections.length === 0 ? null : { ...selectionSet, selections }, denied, here };
  }

  private judgeOne(
    selection: SelectionNode,
    runtime: RuntimeTypes,
  ): { left: SelectionNode | null; denied: readonly Denied[]; here: Denied | null } {
    if (selection.kind === Kind.FIELD) return this.judgeField(selection, runtime);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.written.get(selection.name.value) : selection;
    // Validation has seen to it that the fragment is there.
    if (fragment === undefined) return { left: null, denied: [], here: null };
    const condition = fragment.typeCondition?.name.value ?? null;
    const { selectionSet, here, denied: inside } = this.judge(fragment.selectionSet, this.sets.narrowed(runtime, condition));
    const denied = under(selection, [], inside);
    if (selectionSet === null) return { left: null, denied, here };
    const left =
      selection.kind === Kind.INLINE_FRAGMENT
        ? withSelections(selection, selectionSet)
        : withName(selection, this.nameOf(fragment as FragmentDefinitionNode, selectionSet));
    return { left, denied, here };
  }

  private judgeField(node: FieldNode, runtime: RuntimeTypes): { left: FieldNode | null; denied: readonly Denied[]; here: Denied | null } {
    const field = node.name.value;
    if (field.startsWith('__')) return { left: node, denied: [], here: null };
    const key = node.alias?.value ?? field;
    for (const { name } of runtime.types) {
      const demand = this.unmet(name, field);
      if (demand === null) continue;
      const here = { path: [key], conditions: conditionsOf(node.directives), demand };
      return { left: null, denied: [here], here };
    }
    if (node.selectionSet === undefined) return { left: node, denied: [], here: null };
    const inside = this.judge(node.selectionSet, this.sets.below(runtime, field));
    if (inside.denied.length === 0) return { left: node, denied: [], here: null };
    const returned = runtime.types[0]?.getFields()[field]?.type;
    const prefix = [key, ...(returned === undefined ? [] : listMarks(returned))];
    const denied = under(node, prefix, inside.denied);
    // Whether the object is there is still to be seen, and which type it is of.
    const selections = [TYPE_NAME, ...(inside.selectionSet?.selections ?? [])];
    return { left: { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }, denied, here: null };
  }

  /** What a fragment is called with this left of it. */
  private nameOf(fragment: FragmentDefinitionNode, selectionSet: SelectionSetNode): string {
    const name = selectionSet === fragment.selectionSet ? fragment.name.value : (this.names.get(selectionSet) ?? this.freeName(fragment));
    this.names.set(selectionSet, name);
    this.fragments.set(name, { ...fragment, name: { kind: Kind.NAME, value: name }, selectionSet });
    return name;
  }

  private freeName({ name }: FragmentDefinitionNode): string {
    let free: string;
    do free = `${name.value}_${++this.lastNumber}`;
    while (this.written.has(free));
    return free;
  }
}

/** Adds what is not told of already, as far as there is room. */
function addPlaces(denied: Denied[], more: readonly Denied[]): void {
  if (more.length === 0) return;
  const told = new Set(denied.filter(({ conditions }) => conditions.length === 0).map(({ path }) => path.join('.')));
  const fresh = more.filter(({ path }) => !told.has(path.join('.')));
  denied.push(...fresh.slice(0, MAX_DENIED - denied.length));
}

/** What is denied in a selection, seen from where the selection stands. */
function under({ directives }: SelectionNode, prefix: readonly string[], denied: readonly Denied[]): readonly Denied[] {
  const conditions = conditionsOf(directives);
  if (denied.length === 0 || (prefix.length === 0 && conditions.length === 0)) return denied;
  return denied.map((each) => ({ ...each, path: [...prefix, ...each.path], conditions: [...conditions, ...each.conditions] }));
}

function withSelections(fragment: InlineFragmentNode, selectionSet: SelectionSetNode): InlineFragmentNode {
  return selectionSet === fragment.selectionSet ? fragment : { ...fragment, selectionSet };
}

function withName(spread: FragmentSpreadNode, name: string): FragmentSpreadNode {
  return name === spread.name.value ? spread : { ...spread, name: { ...spread.name, value: name } };
}

function listMarks(type: GraphQLOutputType): string[] {
  const nullable = isNonNullType(type) ? getNullableType(type) : type;
  return isListType(nullable) ? ['@', ...listMarks(nullable.ofType)] : [];
}
