import { getNamedType, isAbstractType, isObjectType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

const MAX_SETS = 5_000;

/** The object types that can answer at one place of an operation. Equal places are the same object, so that what is known of one is kept. */
export interface RuntimeTypes {
  types: readonly GraphQLObjectType[];
  /** What is left of it in a fragment, by the name of its type. */
  narrowed: Map<string, RuntimeTypes>;
  /** What can answer below it, by the name of the field. */
  below: Map<string, RuntimeTypes>;
}

/** Says which object types can answer, each set worked out once. */
export class RuntimeTypeSets {
  private readonly schema: GraphQLSchema;
  private readonly known = new LRUCache<string, RuntimeTypes>({ max: MAX_SETS });

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
    if (set === undefined) {
      set = { types: names.flatMap((name) => found.get(name) ?? []), narrowed: new Map(), below: new Map() };
      this.known.set(key, set);
    }
    return set;
  }

  /** Those of a set that are left in a fragment on this type; a fragment without one leaves all. */
  narrowed(set: RuntimeTypes, condition: string | null): RuntimeTypes {
    const type = condition === null ? undefined : this.schema.getType(condition);
    if (type === undefined) return set;
    let left = set.narrowed.get(type.name);
    if (left === undefined) {
      const wanted = new Set(this.members(type));
      left = this.of(set.types.filter((member) => wanted.has(member)));
      set.narrowed.set(type.name, left);
    }
    return left;
  }

  /** Those that can be the value of a field of a set; whichever of its types answers. */
  below(set: RuntimeTypes, field: string): RuntimeTypes {
    let below = set.below.get(field);
    if (below === undefined) {
      below = this.of(set.types.flatMap((type) => type.getFields()[field]?.type ?? []).map((type) => getNamedType(type)));
      set.below.set(field, below);
    }
    return below;
  }

  private members(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}
