import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { isGolden } from '../../golden/tables.ts';
import { startResolving } from '../resolve.workflow.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import { nextPass } from '../store/state.ts';
import type { ResolutionTables } from '../store/tables.ts';
import type { Policy } from './policy.service.ts';
import { ResolutionPolicyRow } from './resolution-policy.entity.ts';

const MOST_BITS = 100;

/** What setting a policy needs. */
export interface PolicyParts {
  readonly system: System;
  readonly tables: ResolutionTables;
  /** Makes the tables a policy asks for. */
  readonly republish: (tenantId: string) => Promise<unknown>;
}

/** Puts a policy in force and has all records gone through by it. @returns the run, null when nothing is resolved; or what is wrong */
export async function setPolicy(
  { system, tables, republish }: PolicyParts,
  viewer: UserViewer,
  entity: ModelEntity,
  policy: Policy,
): Promise<{ runId: string | null } | InputProblem[]> {
  const { matchThreshold: match, possibleThreshold: possible } = policy;
  const outOfRange = [match, possible].some((bits) => bits !== null && !(Math.abs(bits) <= MOST_BITS));
  if (outOfRange || (match !== null && possible !== null && possible >= match))
    return [inputProblem(resolutionErrors.RESOLUTION_THRESHOLDS({}), 'possibleThreshold')];
  const { tenantId, userId } = viewer;
  const begins = policy.enabled === true && !isGolden(entity);
  await system.database.unitOfWork(tenantId, async ({ em }) => {
    const row = await em.findOne(ResolutionPolicyRow, { tenantId, entityName: entity.name });
    const set = { ...policy, updatedAt: system.clock(), updatedBy: userId };
    if (row === null) em.persist(em.create(ResolutionPolicyRow, { tenantId, entityName: entity.name, ...set }));
    else Object.assign(row, set);
    await em.flush();
  });
  if (begins) {
    await republish(tenantId);
    return { runId: null };
  }
  if (!isGolden(entity)) return { runId: null };
  await tables.ensure(tenantId);
  const runId = await system.database.unitOfWork(tenantId, async (unit) => {
    await unit.asTenant((db) => nextPass(db, entity.name));
    return startResolving(system, unit, entity, { userId, relearn: false });
  });
  return { runId };
}
