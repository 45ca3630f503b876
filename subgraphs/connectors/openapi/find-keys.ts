import type { VendorField } from '../vendors/records/field.ts';
import type { ListPlan } from './api-plan.ts';
import { type ApiDocument, type Part, typeOf } from './document.ts';

const SINCE = ['updated_since', 'updatedSince', 'updated_after', 'updatedAfter', 'modified_since', 'modifiedSince', 'modified_after', 'since', 'updated_at[gte]', 'updated_at[gt]', 'updated[gte]', 'updated_at_min', 'min_updated_at', 'last_modified_after', 'changed_since', 'changedSince', 'updated_from', 'filter[updated_at][gte]']; // prettier-ignore
const CHANGED = ['updated_at', 'updatedAt', 'modified_at', 'modifiedAt', 'last_modified', 'lastModified', 'last_modified_at', 'updated', 'modified', 'update_time', 'updateTime', 'changed_at', 'updated_on', 'last_updated', 'lastUpdated']; // prettier-ignore

/** What identifies a record: `id` and the like, or what the path of a single one is named by. Empty when nothing does. @param own `/orders/{orderId}` */
export function findKey(fields: readonly VendorField[], list: string, own: string | null): string[] {
  const names = new Set(fields.map(({ name }) => name));
  const one = list.split('_').at(-1)?.replace(/ies$/u, 'y').replace(/s$/u, '') ?? ''; // prettier-ignore
  const parameter = own === null ? null : (/\{(\w+)\}$/u.exec(own)?.[1] ?? null);
  const likely = ['id', '_id', 'uuid', 'guid', parameter, `${one}_id`, `${one}Id`, `${one}ID`, 'uid', 'key', 'code', 'slug', 'number'];
  const found = likely.find((name): name is string => typeof name === 'string' && names.has(name));
  return found === undefined ? [] : [found];
}

/** How to ask for what is new: only where the list can be asked so *and* its records say when they changed. */
export function findSince(document: ApiDocument, query: readonly Part[], fields: readonly VendorField[]): ListPlan['since'] {
  const parameter = SINCE.map((name) => query.find((one) => one['name'] === name)).find((one) => one !== undefined);
  const changed = CHANGED.map((name) => fields.find((one) => one.name === name)).find((one) => one !== undefined);
  if (parameter === undefined || changed === undefined) return null;
  const epoch = typeOf(document.schema(parameter['schema'])) === 'integer';
  return { parameter: String(parameter['name']), field: changed.name, at: changed.path.map(String), epoch };
}
