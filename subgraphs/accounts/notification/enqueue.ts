import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DeliveryRow } from './channel.entity.ts';

/** Deliveries of one channel that may wait; what comes on top of them is not sent. */
const MAX_WAITING = 1_000;

/** Has a notice delivered once this unit of work is committed. @returns false when it was handed over before, or too many wait */
export async function enqueue(
  { em, tenantId }: UnitOfWork,
  delivery: Pick<DeliveryRow, 'id' | 'channelId' | 'kind' | 'notice'>,
  now: Date,
): Promise<boolean> {
  if ((await em.count(DeliveryRow, { id: delivery.id })) > 0) return false;
  if ((await em.count(DeliveryRow, { channelId: delivery.channelId, status: 'PENDING' })) >= MAX_WAITING) return false;
  em.create(DeliveryRow, {
    ...delivery, tenantId, status: 'PENDING', attempts: 0, nextAt: now, leasedUntil: null, replyStatus: null, problem: null, createdAt: now,
    finishedAt: null,
  }); // prettier-ignore
  return true;
}
