import type { DataAccess } from '../kernel/data-access/data-access.ts';
import type { GraphContext } from '../kernel/federation/context.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';

/** What may hold values of records: itself, or `otherwise` for those whom rules about data restrict. @throws DATA_RULES_UNREADABLE */
export async function unlessRestricted<T>(dataAccess: DataAccess, { viewer }: GraphContext, value: T, otherwise: T): Promise<T> {
  return (await dataAccess.of(requireUser(viewer))).restricted ? otherwise : value;
}
