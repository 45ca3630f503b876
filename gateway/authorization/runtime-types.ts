import { isAbstractType, isObjectType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** The object types that can answer at one place of an operation. Equal places are the same object, so that what is known of one is kept. */
export interface RuntimeTypes {
  types: readonly GraphQLObjectType[];
}

/** Says which object types can answer, each set made once. */
export class RuntimeTypeSets {
  private readonly schema: GraphQLSchema;
  private readonly known = new Map<string, RuntimeTypes>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** Those behind any of these types. */
  of(types: Iterable<GraphQLNamedType>): RuntimeTypes {
    const found = new Map<string, GraphQLObjectType>();
    for (const type of types) for (const member of this.members(type)) found.set(member.name, member);
    const names = [...found.keys()].toSorted();
    const key = names.join(' ');
    let set = this.known.get(key);
    if (set === undefined) this.known.set(key, (set = { types: names.flatMap((name) => found.get(name) ?? []) }));
    return set;
  }

  /** Those of a set that are left in a fragment on this type; a fragment without one leaves all. */
  narrowed(set: RuntimeTypes, condition: string | null): RuntimeTypes {
    const type = condition === null ? null : this.schema.getType(condition);
    if (type === null || type === undefined) return set;
    const wanted = new Set(this.members(type));
    return this.of(set.types.filter((member) => wanted.has(member)));
  }

  private members(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}
