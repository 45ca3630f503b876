import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Names in the document that is planned, where they are not the caller's. Subgraphs' keys and `@requires` are selected under the bare names of
 * fields, by a planner that does not look out for a caller who uses those names for something else: so whatever the caller named, and whatever has
 * arguments, goes by a name that no bare field has.
 */
const MARK = '_a_';

/** The name under which the data of a field of the caller's document is found. */
export function plannedName(responseName: string, fieldName: string, withArguments: ReadonlySet<string>): string {
  return responseName === fieldName && !withArguments.has(fieldName) ? responseName : `${MARK}${responseName}`;
}

/** The names of fields that take arguments, on whatever type: one name goes by one rule, however the caller comes to the field. */
export function fieldsWithArguments(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(({ args }) => args.length > 0).map(({ name }) => name));
}

/** The caller's name for what the data has under a name. */
export function clientName(planned: string): string {
  return planned.startsWith(MARK) ? planned.slice(MARK.length) : planned;
}

/** A variable of the caller's by the name it has in the planned document: `representations` is taken. */
export function plannedVariable(name: string): string {
  return name === 'representations' || name.startsWith(MARK) ? `${MARK}${name}` : name;
}
