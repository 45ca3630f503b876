import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import { SHIPPED_POLICY, type LevelThresholds } from '../matching/levels-of-trust.ts';
import { MappingPolicyRow } from './learning.entities.ts';

/** What a tenant does with proposals. */
export interface MappingRules extends LevelThresholds {
  /** Whether a proposal in which nothing is below `auto` is accepted without a person. */
  readonly autoAccept: boolean;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** The policy about mappings. */
export class MappingPolicyService {
  private readonly system: Pick<System, 'database' | 'clock'>;

  constructor(system: Pick<System, 'database' | 'clock'>) {
    this.system = system;
  }

  read(tenantId: string): Promise<MappingRules> {
    return this.system.database.unitOfWork(tenantId, rulesOf);
  }

  /** Sets it; it holds for every level that is shown from now on, and for proposals made from now on. Thresholds were validated. */
  set(
    { tenantId, userId }: { tenantId: string; userId: string },
    rules: Pick<MappingRules, 'autoAccept' | 'auto' | 'review'>,
  ): Promise<MappingRules> {
    const { autoAccept, auto: autoThreshold, review: reviewThreshold } = rules;
    const values = { autoAccept, autoThreshold, reviewThreshold, changedBy: userId, changedAt: this.system.clock() };
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(MappingPolicyRow, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) unit.em.create(MappingPolicyRow, { tenantId, ...values });
      else Object.assign(row, values);
      await unit.em.flush();
      return rulesOf(unit);
    });
  }
}

async function rulesOf({ em, tenantId }: UnitOfWork): Promise<MappingRules> {
  const row = await em.findOne(MappingPolicyRow, { tenantId });
  if (row === null) return { autoAccept: false, ...SHIPPED_POLICY, changedBy: null, changedAt: null };
  const { autoAccept, autoThreshold: auto, reviewThreshold: review, changedBy, changedAt } = row;
  return { autoAccept, auto, review, changedBy, changedAt };
}
