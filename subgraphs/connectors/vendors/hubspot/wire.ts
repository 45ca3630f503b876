import { z } from 'zod';
import type { VendorField } from '../records/field.ts';
import { type JsonRecord, valueAt } from '../records/read-value.ts';
import type { VendorSession } from '../vendor.ts';

const objectSchema = z.looseObject({ id: z.coerce.string(), properties: z.record(z.string(), z.unknown()).default({}), archivedAt: z.string().nullish() }); // prettier-ignore
export type HubspotObject = z.infer<typeof objectSchema>;
export const pageReply = z.object({ results: z.array(objectSchema), paging: z.object({ next: z.object({ after: z.coerce.string() }).nullish() }).nullish() }); // prettier-ignore
export type HubspotPage = z.infer<typeof pageReply>;
const associationsReply = z.object({ results: z.array(z.object({ from: z.object({ id: z.coerce.string() }), to: z.array(z.object({ toObjectId: z.coerce.string() })) })) }); // prettier-ignore
/** Records whose associations are asked for at once. */
const BATCH = 100;

/** Names of the properties among the columns. */
export const propertiesIn = (fields: readonly VendorField[]): string[] => fields.flatMap(({ path }) => (path[0] === 'properties' ? [String(path[1])] : [])); // prettier-ignore

/** A record as it lands: moments that come as milliseconds are written as moments, and what it belongs to stands beside its properties. */
export function asRecord(object: HubspotObject, fields: readonly VendorField[], associated: Readonly<Record<string, string>>): JsonRecord {
  const properties = { ...object.properties };
  for (const { type, path } of fields) {
    const value = path[0] === 'properties' && (type === 'DATETIME' || type === 'DATE') ? properties[String(path[1])] : null;
    if (typeof value === 'string' && /^-?\d{9,14}$/u.test(value)) properties[String(path[1])] = new Date(Number(value)).toISOString();
  }
  return { ...object, properties, associated };
}

/** The first record of each kind that a listed record belongs to. */
export function associatedIn(object: HubspotObject, belongs: readonly string[]): Record<string, string> {
  return Object.fromEntries(belongs.flatMap((to) => {
    const id = valueAt(object, ['associations', to, 'results', 0, 'id']);
    return typeof id === 'string' || typeof id === 'number' ? [[to, String(id)]] : [];
  })); // prettier-ignore
}

/** The same for records found by a search, which does not tell. */
export async function askAssociations({ http, signal }: VendorSession, object: string, ids: readonly string[], belongs: readonly string[]): Promise<Map<string, Record<string, string>>> {
  const known = new Map<string, Record<string, string>>(ids.map((id) => [id, {}]));
  for (const to of belongs)
    for (let at = 0; at < ids.length; at += BATCH) {
      const body = JSON.stringify({ inputs: ids.slice(at, at + BATCH).map((id) => ({ id })) });
      const call = { method: 'POST' as const, path: `/crm/v4/associations/${object}/${to}/batch/read`, headers: { 'content-type': 'application/json' }, body };
      const { results } = await http.json(call, associationsReply, signal);
      for (const { from, to: found } of results) {
        const [first] = found;
        const mine = known.get(from.id);
        if (first !== undefined && mine !== undefined) mine[to] = first.toObjectId;
      }
    }
  return known;
} // prettier-ignore
