import { randomUUID } from 'node:crypto';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { StepContext, Workflow } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { currentPublication } from '../publishing/publication.service.ts';
import type { Follower } from './steward/steward.service.ts';
import type { ResolveService } from './work/resolve.service.ts';

export const RESOLVE_WORKFLOW = 'ontology.resolve';
const RETRY = { maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 60_000 };

/** What the run needs. */
export interface ResolveRunParts {
  readonly system: System;
  readonly resolver: ResolveService;
  readonly follower: Follower;
}

/** Goes through all records of an entity type; whatever an earlier try got done is done. */
export function createResolveWorkflow(parts: ResolveRunParts): Workflow {
  const run = (context: StepContext): Promise<void> => resolveAll(parts, context);
  return {
    name: RESOLVE_WORKFLOW,
    title: 'Resolve',
    steps: [{ kind: 'WORK', name: 'RESOLVE', title: 'Find records that are the same', weight: 1, retry: RETRY, run }],
  };
}

/** Begins to go through an entity type's records; while that is under way, it is not begun again. @returns the run's id @throws QUOTA_EXCEEDED */
export async function startResolving(
  system: System,
  unit: UnitOfWork,
  entity: Pick<ModelEntity, 'name' | 'pluralLabel'>,
  { userId, relearn }: { userId: string; relearn: boolean },
): Promise<string> {
  const subject = { entityType: entity.name, relearn: String(relearn) };
  const open = await unit.em.findOne(DurableRunRow, { workflow: RESOLVE_WORKFLOW, finishedAt: null, subject: { entityType: entity.name } });
  if (open !== null) return open.id;
  await system.usage.admit(unit.tenantId, 'RUNS', unit);
  const id = randomUUID();
  await system.runs.start(unit, {
    id,
    workflow: RESOLVE_WORKFLOW,
    title: `Resolution of ${entity.pluralLabel}`,
    subject,
    startedBy: userId,
  });
  system.usage.count(unit.tenantId, 'RUNS', 1);
  return id;
}

async function resolveAll({ resolver, follower }: ResolveRunParts, context: StepContext): Promise<void> {
  const { tenantId, subject } = context;
  const entity = await context.commit(async (unit) => {
    const model = (await currentPublication(unit))?.model;
    return model?.entities.find(({ name }) => name === subject['entityType']) ?? null;
  });
  if (entity === null || typeof entity.sourceTable !== 'string') return;
  // Learned once: a try that follows goes on with what the one before has learned.
  const relearn = subject['relearn'] === 'true' && context.checkpoint !== 'BEGUN';
  await follower.afterResolution(tenantId, entity.name, () =>
    resolver.resolve(tenantId, entity, {
      relearn,
      report: (fraction, detail) =>
        context.commit(async (_unit, step) => {
          context.signal.throwIfAborted();
          step.checkpoint('BEGUN');
          step.progress(fraction, detail);
        }),
    }),
  );
}
