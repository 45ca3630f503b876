import { sql } from 'kysely';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { FLAG_KEYS, FLAGS, flagOf, type FlagKey } from '../../kernel/flags/flag-table.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { FeatureFlagRow } from './feature-flag.entity.ts';
import { featureFlagErrors } from './feature-flag.errors.ts';
import { FeatureFlag } from './feature-flag.type.ts';

const MAX_REASON = 500;

/** What a flag is to be. */
export interface FlagChange {
  key: string;
  /** null: as it is by default. */
  enabled: boolean | null;
  reason: string;
}

/** Reads and switches a tenant's feature flags; the only writer of `feature_flag`. */
export class FeatureFlagService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Every flag, as it is for the viewer's tenant. */
  async list({ tenantId }: UserViewer): Promise<FeatureFlag[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(FeatureFlagRow, { tenantId }));
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return FLAG_KEYS.map((key) => shown(key, byKey.get(key) ?? null));
  }

  /** Switches a flag, with the reason in the audit trail; all processes know within a second. */
  async set({ tenantId, userId }: UserViewer, change: FlagChange): Promise<FeatureFlag | InputProblem[]> {
    const key = flagOf(change.key);
    const reason = change.reason.trim();
    const checks: [boolean, DomainError, string][] = [
      [key !== null, featureFlagErrors.FLAG_UNKNOWN({}), 'key'],
      [reason.length >= 1 && reason.length <= MAX_REASON, featureFlagErrors.FLAG_REASON_INVALID({ maximum: MAX_REASON }), 'reason'],
    ];
    const problems = checks.flatMap(([fine, error, field]) => (fine ? [] : [inputProblem(error, field)]));
    if (key === null || problems.length > 0) return problems;
    const { enabled } = change;
    const row = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const known = await unit.em.findOne(FeatureFlagRow, { tenantId, key });
      unit.emit('accounts.feature-flag-changed', { key, enabled });
      if (enabled === null) {
        if (known !== null) unit.audit(removal(key, known, reason));
        await sql`delete from feature_flag where tenant_id = ${tenantId}::uuid and key = ${key}`.execute(unit.sql);
        return null;
      }
      const values = { enabled, reason, changedBy: userId, changedAt: this.#system.clock() };
      return unit.em.upsert(FeatureFlagRow, { tenantId, key, ...values });
    });
    return shown(key, row);
  }
}

function removal(key: FlagKey, known: FeatureFlagRow, reason: string) {
  const before = { enabled: known.enabled, reason: known.reason };
  return {
    action: 'feature-flag.removed',
    subject: { type: 'FeatureFlag', id: key },
    before,
    after: { enabled: FLAGS[key].default, reason },
  };
}

function shown(key: FlagKey, row: FeatureFlagRow | null): FeatureFlag {
  const { area, description, default: standard } = FLAGS[key];
  return Object.assign(new FeatureFlag(), {
    key,
    area,
    description,
    default: standard,
    enabled: row?.enabled ?? standard,
    reason: row?.reason ?? null,
    changedAt: row?.changedAt ?? null,
    changedById: row?.changedBy ?? null,
  });
}
