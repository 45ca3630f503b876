const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const UUID_LENGTH = 36;
/** Ids that are looked for in one request, and values that are looked at. */
const MAX_IDS = 20;
const MAX_VALUES = 200;

/** UUIDs that stand anywhere in what was handed in, lower case, each once: what ids of rows look like. No other value is looked at twice. */
export function idsIn(variables: Readonly<Record<string, unknown>>): string[] {
  const found = new Set<string>();
  const open: unknown[] = Object.values(variables);
  for (let index = 0; index < open.length && index < MAX_VALUES && found.size < MAX_IDS; index++) {
    const value = open[index];
    if (typeof value === 'string') {
      if (value.length === UUID_LENGTH && UUID.test(value)) found.add(value.toLowerCase());
    } else if (typeof value === 'object' && value !== null) open.push(...Object.values(value).slice(0, MAX_VALUES));
  }
  return [...found];
}
