export type Json = Readonly<Record<string, unknown>>;

/** Lists in replies that hold no records. */
const NO_RECORDS = new Set(['links', 'errors', 'warnings', 'sobjects', 'fields', 'included', 'metric_sets']);

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly Json[] => Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** Where the records of a reply stand: null for a bare array, else the name of the list. */
export function listNames(body: unknown): (string | null)[] {
  if (isList(body)) return [null];
  if (!isRecord(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => (!NO_RECORDS.has(name) && isList(value) ? [name] : []));
}

export function listAt(body: unknown, name: string | null): readonly Json[] {
  const list = name === null ? body : isRecord(body) ? body[name] : null;
  return isList(list) ? list : [];
}

/** The reply with another list in its place. */
export const withList = (body: unknown, name: string | null, list: readonly unknown[]): unknown =>
  name === null ? list : { ...(body as Json), [name]: list };
