import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext, StepHandle, Workflow } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import type { AcceptanceService } from '../mapping/acceptance.service.ts';
import { FieldMappingRow, ProposalRow, TableMappingRow } from '../mapping/proposal.entity.ts';
import { latestOf } from '../mapping/proposal.service.ts';
import { levelOfField, SHIPPED_POLICY } from '../matching/levels-of-trust.ts';
import { currentPublication } from '../publishing/publication.service.ts';
import { landedAndUnified } from './reconcile.ts';
import { type JobConnection, MappingJobRow } from './mapping-job.entity.ts';

export const MAPPING_JOB_WORKFLOW = 'ontology.map-many';
const RETRY = { maxAttempts: 5, firstDelayMs: 500, maxDelayMs: 30_000 };

/** The step that lasts until the last accepted mapping is published or has failed. */
export const PUBLISH_STEP = 'PUBLISH';

export interface JobParts {
  readonly system: System;
  readonly acceptance: AcceptanceService;
}

/** Decides about many mappings, waits until they are published, and counts what became of the records. */
export function createMappingJobWorkflow(parts: JobParts): Workflow {
  return {
    name: MAPPING_JOB_WORKFLOW,
    title: 'Map connections',
    steps: [
      { kind: 'WORK', name: 'DECIDE', title: 'Decide', weight: 2, retry: RETRY, run: (context) => decideAll(parts, context) },
      { kind: 'WAIT', name: PUBLISH_STEP, title: 'Publish', weight: 6 },
      { kind: 'WORK', name: 'RECONCILE', title: 'Count records', weight: 2, retry: RETRY, run: (context) => reconcileAll(parts, context) },
    ],
  };
}

/** One connection after the other; one that was decided before a kill is found decided. */
async function decideAll({ system, acceptance }: JobParts, context: StepContext): Promise<void> {
  const { tenantId, runId } = context;
  const job = await context.commit((unit) => unit.em.findOneOrFail(MappingJobRow, { tenantId, id: runId }));
  for (const [i, connection] of job.connections.entries()) {
    context.signal.throwIfAborted();
    const judged = await context.commit((unit) => judge(unit, connection, job.autoAcceptAbove));
    const decided = judged.state === 'ACCEPTED' ? await acceptOne(acceptance, { tenantId, userId: job.startedBy }, judged) : judged;
    await context.commit(async (unit, step) => {
      await replace(unit, runId, decided);
      tellProgress(step, i + 1, job.connections.length);
    });
  }
  await context.commit(async (unit) => {
    const row = await unit.em.findOneOrFail(MappingJobRow, { tenantId, id: runId });
    if (row.connections.every(({ state }) => state !== 'ACCEPTED'))
      await system.runs.tell(unit, runId, { step: PUBLISH_STEP, status: 'SUCCEEDED', detail: 'nothing is left to publish' });
  });
}

const tellProgress = (step: StepHandle, done: number, all: number): void => step.progress(done / all, `${done} of ${all} connections`);

/** What is to be done with a connection's latest proposal; ACCEPTED: it may be accepted. */
async function judge(unit: UnitOfWork, connection: JobConnection, above: number): Promise<JobConnection> {
  const proposal = await latestOf(unit, connection.connectionId);
  if (proposal === null)
    return { ...connection, state: 'NOTHING', reason: 'Nothing is proposed for it: it has not been read yet, or holds no tables.' };
  const tables = await unit.em.find(TableMappingRow, { tenantId: unit.tenantId, proposalId: proposal.id });
  const fields = await unit.em.find(FieldMappingRow, { tenantId: unit.tenantId, proposalId: proposal.id });
  const known = { ...connection, proposalId: proposal.id, proposed: fields.length };
  if (proposal.status === 'PUBLISHED') return { ...known, state: 'PUBLISHED', accepted: fields.length };
  if (proposal.status === 'PUBLISHING') return { ...known, state: 'ACCEPTED', accepted: fields.length };
  const rules = { ...SHIPPED_POLICY, auto: above };
  const unsure = fields.filter(
    ({ definition }) => levelOfField({ ...definition, relation: definition.relation !== null }, rules) === 'REVIEW',
  ).length;
  const doubtful = tables.filter(({ definition }) => definition.canonical !== null && definition.confidence < above).length;
  if (unsure === 0 && doubtful === 0) return { ...known, state: 'ACCEPTED', accepted: fields.length };
  const parts = [...(doubtful > 0 ? [`${doubtful} tables`] : []), ...(unsure > 0 ? [`${unsure} columns`] : [])];
  return {
    ...known,
    state: 'LEFT',
    left: fields.length,
    reason: `${parts.join(' and ')} are less sure than asked for: a person has to look.`,
  };
}

async function acceptOne(
  acceptance: AcceptanceService,
  decider: { tenantId: string; userId: string },
  judged: JobConnection,
): Promise<JobConnection> {
  const result = await acceptance.accept({ ...decider, by: 'POLICY' }, judged.proposalId ?? '', []);
  if (result.kind === 'accepted') return { ...judged, state: result.proposal.status === 'PUBLISHED' ? 'PUBLISHED' : 'ACCEPTED' };
  return { ...judged, state: 'FAILED', accepted: 0, left: judged.proposed, reason: result.problems[0]?.message ?? null };
}

/** What of each connection's records was unified. */
async function reconcileAll({ system }: JobParts, context: StepContext): Promise<void> {
  const { tenantId, runId } = context;
  const job = await context.commit((unit) => unit.em.findOneOrFail(MappingJobRow, { tenantId, id: runId }));
  for (const connection of job.connections) {
    context.signal.throwIfAborted();
    if (connection.state !== 'PUBLISHED') continue;
    await context.commit(async (unit) => {
      const bindings =
        (await currentPublication(unit))?.bindings.filter(({ connectionId }) => connectionId === connection.connectionId) ?? [];
      await replace(unit, runId, { ...connection, ...(await landedAndUnified(unit, bindings)) });
    });
  }
  await context.commit(async (unit, step) => {
    const row = await unit.em.findOneOrFail(MappingJobRow, { tenantId, id: runId });
    row.status = row.connections.some(({ state }) => state === 'FAILED') ? 'FAILED' : 'SUCCEEDED';
    row.finishedAt = system.clock();
    step.progress(1, null);
  });
}

/** Keeps how one connection of a job stands. */
export async function replace(unit: UnitOfWork, jobId: string, connection: JobConnection): Promise<MappingJobRow | null> {
  const row = await unit.em.findOne(MappingJobRow, { tenantId: unit.tenantId, id: jobId });
  if (row === null) return null;
  row.connections = row.connections.map((each) => (each.connectionId === connection.connectionId ? connection : each));
  await unit.em.flush();
  return row;
}

/** Whether a proposal has been published meanwhile, or has failed; null while it is under way. */
export async function outcomeOf(unit: UnitOfWork, proposalId: string): Promise<'PUBLISHED' | 'FAILED' | null> {
  const proposal = await unit.em.findOne(ProposalRow, { tenantId: unit.tenantId, id: proposalId });
  if (proposal === null || proposal.status === 'FAILED' || proposal.status === 'SUPERSEDED') return 'FAILED';
  return typeof proposal.publishedVersion === 'number' ? 'PUBLISHED' : null;
}
