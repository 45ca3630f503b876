import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { ObjectReadingRow } from './object-reading.entity.ts';
import type { RepairRow } from './repair.entity.ts';
import type { ReadingRule } from './rules.ts';

/** Makes a new version of an object's reading the one in force. @returns its number */
export async function putInForce(
  { em, tenantId }: UnitOfWork,
  { connectionId, objectId, id: repairId }: Pick<RepairRow, 'connectionId' | 'objectId' | 'id'>,
  rules: readonly ReadingRule[],
  now: Date,
): Promise<number> {
  const [latest] = await em.find(ObjectReadingRow, { tenantId, objectId }, { orderBy: { version: 'desc' }, limit: 1 });
  const active = await em.findOne(ObjectReadingRow, { tenantId, objectId, status: 'ACTIVE' });
  if (active !== null) {
    Object.assign(active, { status: 'SUPERSEDED', endedAt: now });
    await em.flush();
  }
  const version = (latest?.version ?? 0) + 1;
  em.persist(
    em.create(ObjectReadingRow, {
      id: randomUUID(), tenantId, connectionId, objectId, version, rules: [...rules], status: 'ACTIVE', repairId, createdAt: now, endedAt: null,
    }),
  ); // prettier-ignore
  await em.flush();
  return version;
}

/** Takes the reading that a repair brought out of force; the one before it holds again. @returns false when another one holds by now */
export async function takeOutOfForce(
  { em, tenantId }: UnitOfWork,
  { id: repairId, objectId }: Pick<RepairRow, 'id' | 'objectId'>,
  now: Date,
): Promise<boolean> {
  const active = await em.findOne(ObjectReadingRow, { tenantId, objectId, status: 'ACTIVE' });
  if (active?.repairId !== repairId) return false;
  Object.assign(active, { status: 'ROLLED_BACK', endedAt: now });
  await em.flush();
  const [former] = await em.find(
    ObjectReadingRow,
    { tenantId, objectId, status: 'SUPERSEDED', version: { $lt: active.version } },
    { orderBy: { version: 'desc' }, limit: 1 },
  );
  if (former !== undefined) Object.assign(former, { status: 'ACTIVE', endedAt: null });
  await em.flush();
  return true;
}
