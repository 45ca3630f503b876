import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { isId } from '../api-key/service-account.service.ts';
import { ChannelRow, DeliveryRow } from './channel.entity.ts';
import type { DeliveryStatus, NotificationDelivery } from './channel.type.ts';
import { TEST_KIND } from './kinds.ts';
import { notificationErrors } from './notification.errors.ts';

/** What is on its way over the company's channels, as people see and steer it. */
export class DeliveryService {
  private readonly system: System;
  private readonly queued: () => void;

  /** @param queued called after something was handed over */
  constructor(system: System, queued: () => void) {
    this.system = system;
    this.queued = queued;
  }

  /** Deliveries, newest first. */
  page(
    viewer: UserViewer,
    page: Page,
    only: { channelId: string | null; status: DeliveryStatus | null },
  ): Promise<ConnectionOf<NotificationDelivery>> {
    const { channelId, status } = only;
    const where = {
      ...(channelId === null ? {} : { channelId: isId(channelId) ? channelId : randomUUID() }),
      ...(status === null ? {} : { status }),
    };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(
        DeliveryRow,
        { ...where, ...after },
        { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows.map(deliveryOf), await em.count(DeliveryRow, where), ({ createdAt, id }) => [
        createdAt.toISOString(),
        id,
      ]);
    });
  }

  /** Sends something over a channel that says it is a test. @throws CHANNEL_NOT_FOUND */
  async test({ tenantId }: UserViewer, channelId: string): Promise<NotificationDelivery> {
    const now = this.system.clock();
    const made = await this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const channel = isId(channelId) ? await em.findOne(ChannelRow, { id: channelId }) : null;
      if (channel === null) throw notificationErrors.CHANNEL_NOT_FOUND({});
      const notice = {
        title: 'A test of this channel',
        body: 'Somebody pressed the test button. Notifications will come here.',
        link: '/settings/notifications',
        severity: 'INFO' as const,
        occurredAt: now.toISOString(),
      };
      return em.create(DeliveryRow, {
        id: randomUUID(), tenantId, channelId, kind: TEST_KIND, notice, status: 'PENDING', attempts: 0, nextAt: now, leasedUntil: null,
        replyStatus: null, problem: null, createdAt: now, finishedAt: null,
      }); // prettier-ignore
    });
    this.queued();
    return deliveryOf(made);
  }

  /** Tries once more what was given up, from the first attempt on. @throws DELIVERY_NOT_FOUND */
  async retry({ tenantId }: UserViewer, id: string): Promise<NotificationDelivery> {
    const row = await this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const found = isId(id) ? await em.findOne(DeliveryRow, { id, status: 'DEAD' }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (found === null) throw notificationErrors.DELIVERY_NOT_FOUND({});
      return Object.assign(found, {
        status: 'PENDING' as const,
        attempts: 0,
        nextAt: this.system.clock(),
        leasedUntil: null,
        finishedAt: null,
      });
    });
    this.queued();
    return deliveryOf(row);
  }
}

function deliveryOf(row: DeliveryRow): NotificationDelivery {
  const { id, channelId, kind, notice, status, attempts, createdAt, nextAt } = row;
  return {
    id, channelId, kind, title: notice.title, status, attempts, createdAt, replyStatus: row.replyStatus ?? null, problem: row.problem ?? null,
    nextAt: status === 'PENDING' ? nextAt : null, finishedAt: row.finishedAt ?? null,
  }; // prettier-ignore
}
