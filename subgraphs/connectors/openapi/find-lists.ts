import type { ListPlan } from './api-plan.ts';
import { type ApiDocument, type Part, listOf, partOf, textOf, typeOf } from './document.ts';
import { findKey, findSince } from './find-keys.ts';
import { findLimit, findPaging } from './find-paging.ts';
import { itemFields } from './item-fields.ts';

const MAX_PATHS = 5_000;
const MAX_LISTS = 100;
/** Names of lists within replies, the likeliest first. */
const USUAL = ['data', 'items', 'results', 'records', 'values', 'entries', 'content', 'value', 'rows', 'list', 'objects', 'elements'];

/** All operations of a document that list records: GET without anything in the path, answered with a list of objects. */
export function findLists(document: ApiDocument): ListPlan[] {
  const paths = Object.entries(partOf(document.root['paths']) ?? {}).slice(0, MAX_PATHS);
  const lists: ListPlan[] = [];
  for (const [path, value] of paths) {
    const at = document.follow(value);
    const operation = document.follow(at?.['get']);
    if (at === null || operation === null || path.includes('{') || lists.length >= MAX_LISTS) continue;
    const parameters = [...document.followAll(at['parameters']), ...document.followAll(operation['parameters'])];
    const fixed = fixedValues(document, parameters);
    const reply = replyOf(document, operation);
    const found = reply === null ? null : recordsIn(document, reply, path);
    if (fixed === null || reply === null || found === null) continue;
    const fields = itemFields(document, found.item);
    if (fields.length === 0) continue;
    const query = parameters.filter((one) => one['in'] === 'query');
    const own = paths.map(([other]) => other).find((other) => other.startsWith(`${path}/{`) && other.endsWith('}'));
    lists.push({
      path,
      name: nameOf(path),
      description: textOf(operation['summary']) ?? textOf(operation['description']),
      recordsAt: found.at,
      paging: findPaging(document, query, reply),
      limit: findLimit(document, query),
      fixed,
      key: findKey(fields, nameOf(path), own ?? null),
      since: findSince(document, query, fields),
      fields,
    });
  }
  return lists;
}

/** Values of parameters that have to be given; null when the document has none for one of them. */
function fixedValues(document: ApiDocument, parameters: readonly Part[]): Record<string, string> | null {
  const fixed: Record<string, string> = {};
  for (const one of parameters) {
    if (one['required'] !== true || one['in'] === 'header') continue;
    const schema = document.schema(one['schema']);
    const value = one['example'] ?? schema?.['default'] ?? schema?.['example'] ?? listOf(schema?.['enum'])[0];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
    fixed[String(one['name'])] = String(value);
  }
  return fixed;
}

function replyOf(document: ApiDocument, operation: Part): Part | null {
  const replies = partOf(operation['responses']) ?? {};
  const code = ['200', '2XX', '2xx', '203', 'default'].find((one) => replies[one] !== undefined);
  const content = partOf(document.follow(code === undefined ? null : replies[code])?.['content']) ?? {};
  const type = Object.keys(content).find((one) => /[/+]json\b/iu.test(one));
  return type === undefined ? null : document.schema(partOf(content[type])?.['schema']);
}

/** Where in a reply the records stand, and what one is; null where there are none. One level down is looked into as well. */
function recordsIn(document: ApiDocument, reply: Part, path: string): { at: string[]; item: Part } | null {
  const whole = itemOf(document, reply);
  if (whole !== null) return { at: [], item: whole };
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const lists = listsIn(document, reply, []);
  const rank = ({ at }: { at: string[] }): number => {
    const name = at.at(-1) ?? '';
    const usual = name.toLowerCase() === last.toLowerCase() ? 0 : USUAL.indexOf(name) + 1;
    return (usual === 0 && name.toLowerCase() !== last.toLowerCase() ? 100 : usual) + (at.length - 1) * 20;
  };
  return lists.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function listsIn(document: ApiDocument, schema: Part, above: readonly string[]): { at: string[]; item: Part }[] {
  return Object.entries(partOf(schema['properties']) ?? {}).flatMap(([name, value]) => {
    const property = document.schema(value);
    if (property === null) return [];
    const item = itemOf(document, property);
    if (item !== null) return [{ at: [...above, name], item }];
    return above.length === 0 && typeOf(property) === 'object' ? listsIn(document, property, [name]) : [];
  });
}

function itemOf(document: ApiDocument, schema: Part): Part | null {
  const item = typeOf(schema) === 'array' || schema['items'] !== undefined ? document.schema(schema['items']) : null;
  return item !== null && typeOf(item) === 'object' ? item : null;
}

/** `orders` of `/v2/orders.json`. */
function nameOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && !/^(?:v\d+(?:\.\d+)?|api|rest)$/iu.test(part));
  return parts.join('_').replace(/\.json$/u, '').replaceAll(/[^\w-]+/gu, '_') || 'records'; // prettier-ignore
}
