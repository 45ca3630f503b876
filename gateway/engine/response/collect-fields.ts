import {
  Kind,
  isAbstractType,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What decides which fields of an operation are asked for. */
export interface Selecting {
  schema: GraphQLSchema;
  /** Names of fields that take arguments somewhere. */
  withArguments: ReadonlySet<string>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that `@skip`, `@include` and `@defer` go by. */
  conditions: Readonly<Record<string, unknown>>;
  /** Whether deferred fragments are answered later. */
  defers: boolean;
}

/** A fragment that is answered later. */
export interface DeferredFragment {
  label: string;
  set: SelectionSetNode;
}

/**
 * The fields that selection sets ask of an object of a type, by response name, in the order in which they are answered.
 * @param deferred takes the fragments that are left out because they are answered later; null: none is left out
 */
export function collectFields(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  selecting: Selecting,
  deferred: DeferredFragment[] | null,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, selecting)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(name);
        if (nodes === undefined) fields.set(name, [selection]);
        else nodes.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection, spread, selecting);
      if (fragment === undefined || !applies(fragment.typeCondition?.name.value, type, selecting.schema)) continue;
      const label = deferred === null ? null : deferLabel(selection.directives, selecting);
      if (label === null) collect(fragment.selectionSet);
      else deferred?.push({ label, set: fragment.selectionSet });
    }
  };
  sets.forEach(collect);
  return fields;
}

/** A named fragment adds what it has once, however often it is spread: otherwise a few of them could take for ever. */
function fragmentOf(
  { name: { value } }: FragmentSpreadNode,
  spread: Set<string>,
  { fragments }: Selecting,
): FragmentDefinitionNode | undefined {
  if (spread.has(value)) return undefined;
  spread.add(value);
  return fragments.get(value);
}

function applies(condition: string | undefined, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && 'getInterfaces' in type && schema.isSubType(wanted, type);
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, { conditions }: Selecting): boolean {
  return (directives ?? []).every(
    (directive) => CONDITIONS[directive.name.value] === undefined || ifOf(directive, conditions) === CONDITIONS[directive.name.value],
  );
}

/** What the `if` of each directive has to be. */
const CONDITIONS: Readonly<Record<string, boolean>> = { skip: false, include: true };

/** The label of `@defer`; null when there is none, or its `if` says no. */
function deferLabel(directives: readonly DirectiveNode[] | undefined, { conditions }: Selecting): string | null {
  const directive = directives?.find(({ name }) => name.value === 'defer');
  if (directive === undefined || !ifOf(directive, conditions)) return null;
  const label = directive.arguments?.find(({ name }) => name.value === 'label')?.value;
  return label?.kind === Kind.STRING ? label.value : null;
}

/** The value of `if`; what is left out is true. */
function ifOf(directive: DirectiveNode, conditions: Selecting['conditions']): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] !== false && conditions[value.name.value] !== null;
  return value?.kind !== Kind.BOOLEAN || value.value;
}
