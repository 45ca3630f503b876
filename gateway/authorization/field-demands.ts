import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Demand, Demands } from './read-demands.ts';

/** All that has to be met for a field of an object type to be read. */
export type FieldDemands = (type: string, field: string) => readonly Demand[];

const NOTHING: readonly Demand[] = [];

/** What each field of the schema asks for: by itself, by the type it belongs to and by the type it returns. */
export function fieldDemands(schema: GraphQLSchema, demands: Demands): FieldDemands {
  const fields = new Map<string, readonly Demand[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinates = new Set([`${type.name}.${field.name}`, type.name, getNamedType(field.type).name]);
      const asked = [...coordinates].flatMap((coordinate) => demands.get(coordinate) ?? NOTHING);
      if (asked.length > 0) fields.set(`${type.name}.${field.name}`, asked);
    }
  }
  return (type, field) => fields.get(`${type}.${field}`) ?? NOTHING;
}
