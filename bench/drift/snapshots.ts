import { z } from 'zod';
import type { FieldFacts } from '../../subgraphs/connectors/drift/detection/types.ts';

const propertySchema = z.object({
  type: z.string().optional(),
  description: z.string().optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  $ref: z.string().optional(),
  anyOf: z.array(z.object({ $ref: z.string().optional(), type: z.string().optional() })).optional(),
});
const snapshotSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), z.object({ properties: z.record(z.string(), propertySchema).optional() })) }),
});

/** The fields of each object in an OpenAPI document. */
export function readSnapshot(text: string): Map<string, FieldFacts[]> {
  const { schemas } = snapshotSchema.parse(JSON.parse(text)).components;
  return new Map(
    Object.entries(schemas).map(([name, { properties = {} }]) => [
      name,
      Object.entries(properties).map(([path, property], position) => ({
        path, position, type: typeOf(property), nullable: property.nullable ?? false, description: property.description ?? null,
        enumeration: property.enum?.map(String) ?? null, format: null, unit: null, profile: null,
      })),
    ]),
  ); // prettier-ignore
}

const refName = (ref: string): string => `ref:${ref.slice(ref.lastIndexOf('/') + 1)}`;

function typeOf({ type, $ref, anyOf, enum: listed }: z.infer<typeof propertySchema>): string {
  if ($ref !== undefined) return refName($ref);
  if (anyOf !== undefined)
    return `anyOf[${anyOf
      .map((one) => (one.$ref === undefined ? (one.type ?? 'unknown') : refName(one.$ref)))
      .toSorted()
      .join(',')}]`;
  return `${type ?? 'unknown'}${listed === undefined ? '' : ':enum'}`;
}
