import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AssetRow } from '../asset/asset.entity.ts';
import { FindingRow } from '../finding/finding.entity.ts';
import { keepOwnership } from '../finding/keep-source-findings.ts';
import { ownershipErrors } from './ownership.errors.ts';
import { isOfTenant } from './is-of-tenant.ts';
import { PersonRow } from './person.entity.ts';

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Who answers for what: named by people, or by agents with their consent, and forgotten when they leave. */
export class OwnershipService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Names who answers for an asset; null: nobody. What the source says of its owner no longer changes that. @throws ASSET_NOT_FOUND, OWNER_UNKNOWN */
  async assign(viewer: UserViewer, assetId: string, userId: string | null): Promise<void> {
    await this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const { em, tenantId } = unit;
      const asset = isId(assetId)
        ? await em.findOne(AssetRow, { tenantId, id: assetId, removedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (asset === null) throw ownershipErrors.ASSET_NOT_FOUND({});
      if (userId !== null && !(await isOfTenant(unit, viewer, userId))) throw ownershipErrors.OWNER_UNKNOWN({});
      Object.assign(asset, { ownerId: userId, ownerAssigned: true });
      await keepOwnership(unit, [asset], this.#system.clock());
    });
  }

  /** Somebody has come, and may be named. */
  async came(tenantId: string, userId: string): Promise<void> {
    await this.#system.database.unitOfWork(tenantId, ({ em }) => em.upsert(PersonRow, { tenantId, userId }));
  }

  /** Somebody has another role, or has left: what they owned is nobody’s from then on. */
  async accessChanged({ tenantId, payload: { userId, role } }: DomainEvent<'accounts.access-changed'>): Promise<void> {
    if (role !== null) return;
    await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      await em.nativeDelete(PersonRow, { tenantId, userId });
      await em.nativeUpdate(FindingRow, { tenantId, assigneeId: userId }, { assigneeId: null });
      const owned = await em.find(AssetRow, { tenantId, ownerId: userId });
      for (const asset of owned) Object.assign(asset, { ownerId: null, ownerAssigned: true });
      await keepOwnership(unit, owned, this.#system.clock());
    });
  }
}
