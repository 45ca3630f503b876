import { olderThan } from '../../../kernel/pagination/by-time.ts';
import type { CursorKey } from '../../../kernel/pagination/cursor.ts';
import type { BuiltInTemplate } from './built-in.ts';

/** What of the tenant's own templates comes after a cursor, and which of the product's. @throws BAD_CURSOR */
export function newerOrOlder(
  after: CursorKey | null,
  all: readonly BuiltInTemplate[],
): { own: object; builtIn: readonly BuiltInTemplate[] } {
  if (after === null) return { own: {}, builtIn: all };
  const at = all.findIndex(({ place }) => place === after[1]);
  return { own: { $or: olderThan(after, 'createdAt') }, builtIn: all.slice(at + 1) };
}
