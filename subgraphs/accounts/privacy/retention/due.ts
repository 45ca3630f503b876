import { RETENTION_KINDS, type RetentionKindName } from '../../../../schema/privacy/retention.ts';
import type { System } from '../../../kernel/system.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Days after which a kind is deleted: the tenant's choice within the platform's bounds of today, else the platform's own. */
export function daysInForce(kind: RetentionKindName, chosen: ReadonlyMap<string, number>): number | null {
  const { default: usual, minimum, maximum } = RETENTION_KINDS[kind];
  const days = chosen.get(kind);
  return days === undefined ? usual : Math.min(maximum, Math.max(minimum, days));
}

export const olderThan = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** How many of a kind are older than this; null when this process knows none of its owners. */
export async function countDue(
  { privacy, database }: System,
  tenantId: string,
  kind: RetentionKindName,
  before: Date,
): Promise<number | null> {
  const owners = privacy.retention.filter(({ name }) => name === kind);
  let due = 0;
  for (const owner of owners)
    due +=
      owner.within === 'UNIT'
        ? await database.unitOfWork(tenantId, (unit) => owner.count(unit, before))
        : await owner.count(tenantId, before);
  return owners.length === 0 ? null : due;
}
