import { sql } from 'kysely';
import { z } from 'zod';
import { RETENTION_KINDS, type RetentionKindName } from '../../../../schema/privacy/retention.ts';
import type { RetentionKind } from '../../../kernel/privacy/retention-kind.ts';
import type { StepContext, Workflow } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import { countDue, daysInForce, olderThan } from './due.ts';
import { RetentionRuleRow } from './retention.entity.ts';

export const RETENTION_WORKFLOW = 'accounts.retention';

/** Rows deleted in one transaction. */
const BATCH_ROWS = 2_000;
const NAMES = Object.keys(RETENTION_KINDS) as RetentionKindName[];
const checkpointSchema = z.object({ now: z.iso.datetime(), done: z.record(z.string(), z.int()), at: z.int() });

/** Deletes what is older than the tenant keeps it, kind by kind in bounded batches, or counts it. */
export function createRetentionWorkflow(system: System): Workflow {
  return {
    name: RETENTION_WORKFLOW,
    title: 'Delete what is too old',
    steps: [{ kind: 'WORK', name: 'PRUNE', title: 'Delete', weight: 1, run: (context) => pruneStep(system, context) }],
  };
}

async function pruneStep(system: System, context: StepContext): Promise<void> {
  const { tenantId } = context;
  const dryRun = context.subject['dryRun'] === 'true';
  let state = checkpointSchema.nullable().parse(context.checkpoint ?? null) ?? { now: system.clock().toISOString(), done: {}, at: 0 };
  const rules = await system.database.unitOfWork(tenantId, ({ em }) => em.find(RetentionRuleRow, { tenantId }));
  const chosen = new Map(rules.map(({ kind, days }) => [kind as string, days]));
  for (; state.at < NAMES.length;) {
    const kind = NAMES[state.at] as RetentionKindName;
    const days = daysInForce(kind, chosen);
    const before = days === null ? null : olderThan(new Date(state.now), days);
    if (before !== null && !dryRun)
      for (const owner of system.privacy.retention) if (owner.name === kind) state = await pruneAll(context, owner, before, state);
    const due = before !== null && dryRun ? await countDue(system, tenantId, kind, before) : null;
    state = await context.commit(async (unit, step) => {
      const count = dryRun ? (due ?? 0) : (state.done[kind] ?? 0);
      const next = { ...state, done: { ...state.done, [kind]: count }, at: state.at + 1 };
      if (before !== null)
        await sql`insert into retention_result (tenant_id, run_id, kind, older_than, dry_run, deleted, finished_at)
          values (${tenantId}::uuid, ${context.runId}::uuid, ${kind}, ${before.toISOString()}::timestamptz, ${dryRun}, ${count}, now())
          on conflict (tenant_id, run_id, kind) do update set deleted = excluded.deleted, finished_at = now()`.execute(unit.sql);
      if (!dryRun && count > 0)
        unit.audit({ action: 'retention.deleted', subject: { type: 'RetentionRule', id: kind }, before: { count }, after: null });
      step.checkpoint(next);
      const total = Object.values(next.done).reduce((sum, each) => sum + each, 0);
      step.progress(next.at / NAMES.length, `${total.toLocaleString('en-US')} ${dryRun ? 'are too old' : 'deleted'}`);
      if (next.at === NAMES.length && !dryRun)
        unit.emit('accounts.retention-finished', {
          runId: context.runId,
          deleted: Object.entries(next.done).filter(([, n]) => n > 0).map(([name, n]) => ({ kind: name, count: n })),
        }); // prettier-ignore
      return next;
    });
  }
}

type State = z.infer<typeof checkpointSchema>;

/** Batch after batch of one owner's; each is counted with what deleted it. */
async function pruneAll(context: StepContext, owner: RetentionKind, before: Date, from: State): Promise<State> {
  let state = from;
  for (let more = true; more;) {
    const outside = owner.within === 'SYSTEM' ? await owner.prune(context.tenantId, before) : 0;
    more = await context.commit(async (unit, step) => {
      const deleted = owner.within === 'UNIT' ? await owner.prune(unit, before, BATCH_ROWS) : outside;
      state = { ...state, done: { ...state.done, [owner.name]: (state.done[owner.name] ?? 0) + deleted } };
      step.checkpoint(state);
      return deleted > 0;
    });
  }
  return state;
}
