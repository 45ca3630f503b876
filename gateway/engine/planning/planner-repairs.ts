import {
  baseType,
  federationMetadata,
  isCompositeType,
  MapWithCachedArrays,
  SelectionSet,
  type CompositeType,
} from '@apollo/federation-internals';

// Repairs in @apollo/query-planner 2.14, made once for this process when this file is imported. Both are about chains of @requires: a field that
// requires a field that requires a third one. They are proven by tests/federation/cases/requires-chains.ts, which say when they are needed no more.

/**
 * The planner asks whether a selection could be moved to another subgraph, and takes a field that is only @external there for one that can be asked
 * there: a chain then asks a subgraph for what it does not have.
 */
// oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
const couldBeThere = SelectionSet.prototype.canRebaseOn;
SelectionSet.prototype.canRebaseOn = function canRebaseOn(this: SelectionSet, type: CompositeType): boolean {
  return couldBeThere.call(this, type) && !asksExternalField(this, type);
};

function asksExternalField(selections: SelectionSet, type: CompositeType): boolean {
  const metadata = federationMetadata(type.schema());
  return selections.selections().some((selection) => {
    if (selection.kind === 'FragmentSelection') {
      const condition = selection.element.typeCondition;
      const narrowed = condition === undefined ? type : type.schema().type(condition.name);
      return narrowed !== undefined && isCompositeType(narrowed) && asksExternalField(selection.selectionSet, narrowed);
    }
    const field = type.kind === 'UnionType' ? undefined : type.field(selection.element.name);
    if (field?.type === undefined) return false;
    if (metadata?.isFieldExternal(field) === true) return true;
    const below = baseType(field.type);
    return selection.selectionSet !== undefined && isCompositeType(below) && asksExternalField(selection.selectionSet, below);
  });
}

/** A fetch in the making, as far as it matters here; the planner's class for it is not exported. */
interface FetchGroup {
  parents(): readonly { group: FetchGroup }[];
  canMergeChildIn(child: FetchGroup): boolean;
}

/**
 * A fetch that comes after another one of the same subgraph is made one with it, even if it waits for what further fetches bring: a chain then asks
 * for a computed field before what it requires is there. The planner keeps its first fetches in such a map: there their class is come by.
 */
// oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
const keep = MapWithCachedArrays.prototype.set;
MapWithCachedArrays.prototype.set = function set(this: MapWithCachedArrays<unknown, unknown>, key: unknown, value: unknown) {
  if (isFetchGroup(value)) {
    MapWithCachedArrays.prototype.set = keep;
    repair(Object.getPrototypeOf(value) as FetchGroup);
  }
  return keep.call(this, key, value);
};

function isFetchGroup(value: unknown): value is FetchGroup {
  return typeof value === 'object' && value !== null && 'canMergeChildIn' in value && 'parents' in value;
}

function repair(groups: FetchGroup): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
  const original = groups.canMergeChildIn;
  groups.canMergeChildIn = function canMergeChildIn(this: FetchGroup, child: FetchGroup): boolean {
    return original.call(this, child) && child.parents().every(({ group }) => group === this);
  };
}
