import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isLeafType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';

/**
 * When a value of this type needs no serialization, as JavaScript over `v`; null: it always does. A schema may bring a scalar of its own under a
 * built-in name, so it goes by what serializes.
 */
export function plainTest(type: GraphQLOutputType): string | null {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!isLeafType(inner)) return null;
  switch (inner.serialize) {
    case GraphQLString.serialize:
    case GraphQLID.serialize:
      return 'typeof v === "string"';
    case GraphQLBoolean.serialize:
      return 'typeof v === "boolean"';
    case GraphQLInt.serialize:
      return '(v | 0) === v';
    case GraphQLFloat.serialize:
      return 'typeof v === "number" && v - v === 0';
    default:
      return null;
  }
}

/** The leaf as the answer shows it. @throws Error when it is no value of the type */
export function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const shown = type.serialize(value);
  if (shown == null)
    throw new Error(`Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(shown)}`);
  return shown;
}
