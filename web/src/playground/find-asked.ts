import type { Problem } from '../graph/problem.ts';
import { readOperation, readSaved } from './address.ts';
import type { Operation } from './address.ts';
import { operationOf, readAllSaved } from './saved.ts';

const NOT_THERE: Problem = {
  code: 'REFUSED',
  message: 'The operation of this link is not here.',
  todo: 'It may have been deleted, or be somebody’s own. Ask whoever sent the link to share it.',
  retry: false,
};

/** The operation that the address asks for: written out, or a saved one by its id. */
export async function findAsked(): Promise<{ operation: Operation | null; problem: Problem | null }> {
  const search = new URLSearchParams(window.location.search);
  const id = readSaved(search);
  if (id === null)
    return { operation: readOperation(search) ?? readOperation(new URLSearchParams(window.location.hash.slice(1))), problem: null };
  const read = await readAllSaved();
  if (!read.ok) return { operation: null, problem: read.problem };
  const saved = read.data.find((each) => each.id === id);
  return saved ? { operation: operationOf(saved), problem: null } : { operation: null, problem: NOT_THERE };
}
