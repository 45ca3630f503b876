/**
 * Names in the document that is planned, where they are not the caller's. Subgraphs' keys and `@requires` are selected under the bare names of
 * fields, by a planner that does not look out for a caller who uses those names for something else: so whatever the caller named, and whatever has
 * arguments, goes by a name that no bare field has.
 */
const MARK = '_a_';

/** The name under which the data of a field of the caller's document is found. */
export function plannedName(responseName: string, fieldName: string, hasArguments: boolean): string {
  return responseName === fieldName && !hasArguments ? responseName : `${MARK}${responseName}`;
}

/** The caller's name for what the data has under a name. */
export function clientName(planned: string): string {
  return planned.startsWith(MARK) ? planned.slice(MARK.length) : planned;
}

/** A variable of the caller's by the name it has in the planned document: `representations` is taken. */
export function plannedVariable(name: string): string {
  return name === 'representations' || name.startsWith(MARK) ? `${MARK}${name}` : name;
}
