import type { TestReply } from '../kit/runner.ts';
import { DATA_ERROR } from './data.ts';

/** How the reply differs from what is right; null when it does not. Names come in order, unless parts of the reply came apart. */
export function difference(right: TestReply, reply: TestReply, inOrder = true): string | null {
  const [wanted, got] = [right, reply].map(({ data }) => text(data, inOrder));
  if (wanted !== got) return `data\n  right: ${wanted}\n  got:   ${got}\n  errors: ${JSON.stringify(reply.errors.slice(0, 3))}`;
  // An entity that a subgraph does not have leads nowhere, without an error; so does the null that comes of it.
  const thrown = right.errors.filter(({ message }) => message.startsWith(DATA_ERROR));
  const [told, may, must] = [nulls(reply), nulls(right), nulls({ ...right, errors: thrown })];
  const [missing, more] = [[...must].filter((one) => !told.has(one)), [...told].filter((one) => !may.has(one))];
  if (missing.length === 0 && more.length === 0) return null;
  return `errors\n  missing at: ${JSON.stringify(missing)}\n  too many at: ${JSON.stringify(more)}\n  got: ${JSON.stringify(reply.errors.slice(0, 5))}`;
}

function text(data: unknown, inOrder: boolean): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (inOrder || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** The places of the data that errors made null: which error of several beneath one null is told is nobody's promise. */
function nulls({ data, errors }: TestReply): ReadonlySet<string> {
  return new Set(errors.flatMap(({ path }) => nullOn(data, path ?? []) ?? []));
}

/** Null: at a field that is not shown, because it was fetched for another type of an interface whose objects are fetched alike. */
function nullOn(data: unknown, path: readonly (string | number)[]): string | null {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, index).join('.');
    value = (value as Record<string | number, unknown>)[step];
    if (value === undefined) return null;
  }
  return path.join('.');
}
