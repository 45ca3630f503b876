import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { System } from '../../kernel/system.ts';
import { unnoted } from '../changes/whole.ts';
import type { ChangedGolden } from '../publishing/entity-resolver.ts';
import { SurvivorshipPolicyRow } from './survivorship.entity.ts';
import { PAGE_RECORDS, alongGolden, nextIds, refreshRecords } from './survivor-sql.ts';
import { NO_POLICY, type Survivorship, survivorshipOf } from './survivorship.ts';
import { isGolden } from './tables.ts';

const pageRow = z.object({ changed: z.int(), removed: z.int() });
const idRow = z.object({ gid: z.uuid() });

/** The only writer of golden records; may be repeated, and then changes nothing. */
export class GoldenRefresher {
  private readonly system: System;
  private readonly signal: AbortSignal;

  constructor(system: System, signal: AbortSignal) {
    this.system = system;
    this.signal = signal;
  }

  /**
   * Works golden records out anew, page by page, each its own transaction. Nothing happens for types without golden records. For ALL no single
   * change is noted: whoever asks says that anything may have changed.
   */
  async refresh(tenantId: string, entity: ModelEntity, changed: ChangedGolden): Promise<{ changed: number; removed: number }> {
    const sum = { changed: 0, removed: 0 };
    if (!isGolden(entity) || changed.length === 0) return sum;
    const survivorship = await this.survivorship(tenantId, entity);
    for (let from = 0, after: string | null = null; ;) {
      this.signal.throwIfAborted();
      const ids: readonly string[] =
        changed === 'ALL' ? await this.idsAfter(tenantId, entity, after) : changed.slice(from, from + PAGE_RECORDS);
      if (ids.length === 0) return sum;
      const page = await this.page(tenantId, refreshRecords(entity, survivorship, ids), changed === 'ALL');
      sum.changed += page.changed;
      sum.removed += page.removed;
      from += PAGE_RECORDS;
      after = ids.at(-1) ?? null;
    }
  }

  /** By what the values of an entity type's golden records are chosen. */
  async survivorship(tenantId: string, entity: ModelEntity): Promise<Survivorship> {
    const policy = await this.system.database.unitOfWork(tenantId, ({ em }) =>
      em.findOne(SurvivorshipPolicyRow, { tenantId, entityId: entity.id }),
    );
    return survivorshipOf(entity, policy ?? NO_POLICY);
  }

  private idsAfter(tenantId: string, entity: ModelEntity, after: string | null): Promise<string[]> {
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        await alongGolden.execute(db);
        return (await nextIds(entity, after).execute(db)).rows.map((row) => idRow.parse(row).gid);
      }),
    );
  }

  private page(tenantId: string, statement: RawBuilder<unknown>, whole: boolean): Promise<z.infer<typeof pageRow>> {
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        if (whole) await unnoted.execute(db);
        await alongGolden.execute(db);
        return pageRow.parse((await statement.execute(db)).rows[0]);
      }),
    );
  }
}
