/** Everything that makes an operation what it is, as a text: the order in which variables are written does not count. */
export function requestText(query: string, operationName: string | null, variables: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([query, operationName, sorted(variables)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
