import {
  type GraphQLSchema,
  Kind,
  isAbstractType,
  isCompositeType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from 'graphql';

/** Values of the variables that decide what `@skip` and `@include` leave; null: everything counts. */
export type Decisions = ReadonlyMap<string, boolean> | null;

/** Which fields selection sets ask of a type, by the name under which they are answered. */
export class SelectedFields {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly schema: GraphQLSchema;
  private readonly decisions: Decisions;

  constructor(schema: GraphQLSchema, document: DocumentNode, decisions: Decisions) {
    this.schema = schema;
    this.decisions = decisions;
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  /** The types that have to be looked at one by one: the type itself unless some selection is only for some of its possible types. */
  cases(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (!isAbstractType(type)) return [type];
    const narrows = (condition: GraphQLCompositeType): boolean => !this.holds(condition, type);
    return this.some(sets, narrows, new Set()) ? this.schema.getPossibleTypes(type) : [type];
  }

  /** @param type what the value is known to be */
  of(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of sets) this.collect(set, type, fields, seen);
    return fields;
  }

  private collect(set: SelectionSetNode, type: GraphQLCompositeType, fields: Map<string, FieldNode[]>, seen: Set<string>): void {
    for (const selection of set.selections) {
      if (!this.isIncluded(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const known = fields.get(name);
        if (known === undefined) fields.set(name, [selection]);
        else known.push(selection);
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
      if (spread !== null && seen.has(spread)) continue;
      if (spread !== null) seen.add(spread);
      const inside = spread === null ? selection : this.fragments.get(spread);
      if (inside === undefined || !('selectionSet' in inside)) continue;
      const condition = this.conditionOf(inside.typeCondition?.name.value);
      if (condition === null || this.holds(condition, type)) this.collect(inside.selectionSet, type, fields, seen);
    }
  }

  private some(sets: readonly SelectionSetNode[], narrows: (condition: GraphQLCompositeType) => boolean, seen: Set<string>): boolean {
    return sets.some((set) =>
      set.selections.some((selection) => {
        if (selection.kind === Kind.FIELD) return false;
        if (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)) return false;
        if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
        const inside = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
        if (inside === undefined) return false;
        const condition = this.conditionOf(inside.typeCondition?.name.value);
        return (condition !== null && narrows(condition)) || this.some([inside.selectionSet], narrows, seen);
      }),
    );
  }

  private conditionOf(name: string | undefined): GraphQLCompositeType | null {
    const type = name === undefined ? null : this.schema.getType(name);
    return isCompositeType(type) ? type : null;
  }

  /** Whether whatever is of the type fulfils the condition. */
  private holds(condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    return condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type as never));
  }

  private isIncluded(directives: readonly DirectiveNode[] | undefined): boolean {
    return (directives ?? []).every(({ name, arguments: given }) => {
      const wanted = name.value === 'include' ? true : name.value === 'skip' ? false : null;
      const value = given?.[0]?.value;
      if (wanted === null || value === undefined) return true;
      if (value.kind === Kind.BOOLEAN) return value.value === wanted;
      if (value.kind !== Kind.VARIABLE || this.decisions === null) return true;
      return (this.decisions.get(value.name.value) ?? wanted) === wanted;
    });
  }
}
