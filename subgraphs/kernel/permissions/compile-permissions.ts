import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { admits, type Action, type ActionTable, type Audience } from './actions.ts';

/** Answers who may reach a field of the schema; unknown fields are reachable by nobody. */
export interface Permissions {
  /** null when allowed, else what is refused, completing "Your role does not allow …". */
  refusal(audience: Audience, type: string, field: string): { action: string } | null;
}

const INTROSPECTION = new Set(['__Schema', '__Type', '__Field', '__InputValue', '__EnumValue', '__Directive']);
const FEDERATION = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

/**
 * Compiles the action table against a schema into one look-up per coordinate, interfaces expanded to their members.
 * @throws when a coordinate does not exist or a field of the schema is covered by no action: deny by default must
 * never be how a forgotten field shows.
 */
export function compilePermissions(schema: GraphQLSchema, table: ActionTable): Permissions {
  const byCoordinate = new Map<string, { name: string; action: Action }>();
  // Whole types first: an exact coordinate of another action narrows them.
  for (const exact of [false, true]) {
    for (const [name, action] of Object.entries(table)) {
      for (const coordinate of action.covers.filter((covered) => covered.includes('.') === exact)) {
        for (const field of expand(schema, coordinate, name)) byCoordinate.set(field, { name, action });
      }
    }
  }
  const uncovered = fieldsOf(schema).filter((coordinate) => !byCoordinate.has(coordinate) && !FEDERATION.has(coordinate));
  if (uncovered.length > 0) throw new Error(`no action covers ${uncovered.join(', ')}`);

  return {
    refusal(audience, type, field) {
      const coordinate = `${type}.${field}`;
      if (field === '__typename' || field === '__schema' || field === '__type' || INTROSPECTION.has(type) || FEDERATION.has(coordinate))
        return null;
      const covering = byCoordinate.get(coordinate);
      if (covering === undefined) return { action: `reading ${coordinate}` };
      return admits(covering.action, audience) ? null : { action: covering.action.description };
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
