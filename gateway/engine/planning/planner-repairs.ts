import { baseType, federationMetadata, isCompositeType, SelectionSet, type CompositeType } from '@apollo/federation-internals';

/**
 * Repairs in @apollo/query-planner 2.14, made once for this process when this file is imported. It asks whether a selection could be moved to
 * another subgraph, and takes a field that is only @external there for one that can be asked there: a chain of @requires then asks a subgraph for
 * what it does not have.
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
