import type { TestReply } from '../kit/runner.ts';

/** How the reply differs from what is right; null when it does not. */
export function difference(right: TestReply, reply: TestReply): string | null {
  const [wanted, got] = [right, reply].map(({ data }) => JSON.stringify(data));
  if (wanted !== got) return `data\n  right: ${wanted}\n  got:   ${got}\n  errors: ${JSON.stringify(reply.errors.slice(0, 3))}`;
  const [places, shown] = [nulls(right), nulls(reply)].map((all) => [...all].toSorted());
  const [missing, more] = [
    places?.filter((one) => shown?.includes(one) === false),
    shown?.filter((one) => places?.includes(one) === false),
  ];
  if (missing?.length === 0 && more?.length === 0) return null;
  return `errors\n  missing at: ${JSON.stringify(missing)}\n  too many at: ${JSON.stringify(more)}\n  got: ${JSON.stringify(reply.errors.slice(0, 5))}`;
}

/** The places of the data that errors made null: which error of several beneath one null is told is nobody's promise. */
function nulls({ data, errors }: TestReply): ReadonlySet<string> {
  return new Set(errors.map(({ path }) => nullOn(data, path ?? [])));
}

function nullOn(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, index).join('.');
    value = (value as Record<string | number, unknown>)[step];
  }
  return path.join('.');
}
