import { sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { Guard } from '../../../kernel/data-access/guard.ts';
import type { System } from '../../../kernel/system.ts';
import { User, refer } from '../../catalogue/stubs.type.ts';
import { isGolden } from '../../golden/tables.ts';
import { oneOfEach, policyOf } from '../policy/policy.service.ts';
import { ResolutionPolicyRow } from '../policy/resolution-policy.entity.ts';
import type { ResolutionModel } from '../engine/types.ts';
import { readModel, readState } from '../store/state.ts';
import { BIN_BITS } from '../work/score-page.ts';
import type { ResolveService } from '../work/resolve.service.ts';
import { EntityResolution, ResolutionField, ResolutionModelView, ResolutionPolicy, ScoreBin } from './resolution.type.ts';

const countsRow = z.object({ clusters: z.coerce.number(), merged: z.coerce.number(), possible: z.coerce.number() });

/** How the resolution of an entity type stands, as a viewer may see it. */
export async function overviewOf(
  { system, resolver }: { system: System; resolver: ResolveService },
  tenantId: string,
  entity: ModelEntity,
  guard: Guard,
): Promise<EntityResolution> {
  const there = isGolden(entity) && (await resolver.tables.exist(tenantId));
  const { policy, row, stored } = await system.database.unitOfWork(tenantId, async (unit) => ({
    policy: await policyOf(unit, entity.name),
    row: await unit.em.findOne(ResolutionPolicyRow, { tenantId, entityName: entity.name }),
    stored: !there
      ? null
      : await unit.asTenant(async (db) => {
          const { rows } = await sql`select count(*) filter (where members > 1) as clusters, coalesce(sum(members - 1), 0) as merged,
            (select count(*) from resolution_pair where entity = ${entity.name} and status = 'POSSIBLE') as possible
            from (select count(*) as members from resolution_record where entity = ${entity.name} group by golden_id) as golden`.execute(
            db,
          );
          return { counts: countsRow.parse(rows[0]), state: await readState(db, entity.name), model: await readModel(db, entity.name) };
        }),
  }));
  const limited = guard.access.restricted;
  const counts = limited ? { clusters: null, merged: null, possible: null } : (stored?.counts ?? { clusters: 0, merged: 0, possible: 0 });
  const model = stored?.model ?? null;
  return Object.assign(new EntityResolution(), {
    enabled: isGolden(entity) && policy.enabled !== false,
    policy: Object.assign(new ResolutionPolicy(), {
      ...policy,
      oneEach: oneOfEach(policy),
      updatedAt: row?.updatedAt ?? null,
      updatedBy: row === null ? null : refer(User, row.updatedBy),
    }),
    model:
      model === null || stored?.state?.learned_at == null
        ? null
        : modelView(model, stored.state.learned_at, stored.state.learned_from, policy),
    ...counts,
    histogram: limited ? [] : binsOf(stored?.state?.histogram ?? {}),
  });
}

function modelView(
  model: ResolutionModel,
  learnedAt: string,
  records: number,
  policy: { matchThreshold: number | null; possibleThreshold: number | null },
): ResolutionModelView {
  const fields = model.fields.map(({ name, kind }) => {
    const weights = model.comparisons.filter(({ field }) => field === name).flatMap((comparison) => comparison.weights);
    return Object.assign(new ResolutionField(), { name, kind, most: Math.max(0, ...weights), least: Math.min(0, ...weights) });
  });
  return Object.assign(new ResolutionModelView(), {
    learnedAt: new Date(learnedAt),
    records,
    fields,
    matchThreshold: policy.matchThreshold ?? model.thresholds.match,
    possibleThreshold: policy.possibleThreshold ?? model.thresholds.possible,
  });
}

function binsOf(histogram: Readonly<Record<string, number>>): ScoreBin[] {
  return Object.entries(histogram)
    .map(([from, pairs]) => Object.assign(new ScoreBin(), { from: Number(from), to: Number(from) + BIN_BITS, pairs }))
    .toSorted((a, b) => a.from - b.from);
}
