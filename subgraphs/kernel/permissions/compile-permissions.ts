import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { permits, type Action, type ActionTable, type Rights } from './actions.ts';

/** Answers who may reach a field of the schema; unknown fields are reachable by nobody. */
export interface Permissions {
  /** null when allowed, else what is refused, completing "Your role does not allow …". */
  refusal(rights: Rights, type: string, field: string): { action: string } | null;
}

const INTROSPECTION = new Set(['__Schema', '__Type', '__Field', '__InputValue', '__EnumValue', '__Directive']);
const FEDERATION = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

/**
 * The table with every coverage spelled out as `Type.field` of this schema. What names a field most closely decides about it: its own
 * coordinate before that of an interface the type implements, and either before whole types (or interfaces). So what is spelled out
 * can be spelled out again and stays the same: the gateway compiles the printed table.
 * @throws when a coordinate does not exist
 */
export function expandActions(schema: GraphQLSchema, table: ActionTable): ActionTable {
  const fields = Object.entries(table).flatMap(([name, { covers }]) => covers.filter(isField).map((coordinate) => ({ coordinate, name })));
  const exact = new Set(fields.map(({ coordinate }) => coordinate));
  const inherited = new Set(fields.flatMap(({ coordinate, name }) => expand(schema, coordinate, name)));
  const expanded = Object.entries(table).map(([name, action]) => {
    const covered = action.covers.flatMap((coordinate) => {
      const all = expand(schema, coordinate, name);
      return all.filter((field) => (isField(coordinate) ? field === coordinate || !exact.has(field) : !inherited.has(field)));
    });
    return [name, { ...action, covers: [...new Set(covered)] }] as const;
  });
  return Object.fromEntries(expanded);
}

function isField(coordinate: string): boolean {
  return coordinate.includes('.');
}

/**
 * Compiles the action table against a schema into one look-up per coordinate. A field that several actions cover is reachable by
 * whoever may do any of them.
 * @throws when a coordinate does not exist or a field of the schema is covered by no action: deny by default must never be how a
 * forgotten field shows.
 */
export function compilePermissions(schema: GraphQLSchema, table: ActionTable): Permissions {
  const covering = new Map<string, (Action & { name: string })[]>();
  for (const [name, action] of Object.entries(expandActions(schema, table))) {
    for (const coordinate of action.covers) covering.set(coordinate, [...(covering.get(coordinate) ?? []), { ...action, name }]);
  }
  const uncovered = fieldsOf(schema).filter((coordinate) => !covering.has(coordinate) && !FEDERATION.has(coordinate));
  if (uncovered.length > 0) throw new Error(`no action covers ${uncovered.join(', ')}`);

  return {
    refusal(rights, type, field) {
      const coordinate = `${type}.${field}`;
      if (field === '__typename' || field === '__schema' || field === '__type' || INTROSPECTION.has(type) || FEDERATION.has(coordinate))
        return null;
      const actions = covering.get(coordinate) ?? [];
      if (actions.some((action) => permits(action.name, action, rights))) return null;
      return { action: actions[0]?.description ?? `reading ${coordinate}` };
    },
  };
}

function expand(schema: GraphQLSchema, coordinate: string, action: string): string[] {
  const [typeName = '', fieldName] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type))
    throw new Error(`action ${action} covers ${coordinate}, which is not a type of the schema`);
  const fields = fieldName === undefined ? Object.keys(type.getFields()) : [fieldName];
  if (fieldName !== undefined && !(fieldName in type.getFields()))
    throw new Error(`action ${action} covers ${coordinate}, which does not exist`);
  const owners = isInterfaceType(type) ? [type.name, ...schema.getPossibleTypes(type).map((member) => member.name)] : [type.name];
  return owners.flatMap((owner) => fields.map((field) => `${owner}.${field}`));
}

function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
}
