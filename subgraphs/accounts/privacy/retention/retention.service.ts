import { randomUUID } from 'node:crypto';
import { RETENTION_KINDS, type RetentionKindName } from '../../../../schema/privacy/retention.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { privacyErrors } from '../privacy.errors.ts';
import { countDue, daysInForce, olderThan } from './due.ts';
import { RetentionResultRow, RetentionRuleRow } from './retention.entity.ts';
import type { RetentionRule } from './retention.type.ts';
import { RETENTION_WORKFLOW } from './retention.workflow.ts';

const NAMES = Object.keys(RETENTION_KINDS) as RetentionKindName[];

/** What is kept for how long; the only writer of `retention_rule`. */
export class RetentionService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The rule of every kind, chosen or the platform's own. */
  list({ tenantId }: UserViewer): Promise<RetentionRule[]> {
    return this.system.database.unitOfWork(tenantId, (unit) => rulesOf(unit));
  }

  /** Sets for how many days something is kept; null goes back to the platform's own. @returns the rule, or what has to be corrected */
  async set({ tenantId, userId }: UserViewer, kind: RetentionKindName, days: number | null): Promise<RetentionRule | InputProblem[]> {
    const { minimum, maximum } = RETENTION_KINDS[kind];
    if (days !== null && (days < minimum || days > maximum))
      return [inputProblem(privacyErrors.RETENTION_OUT_OF_BOUNDS({ minimum, maximum }), 'days')];
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      const known = await em.findOne(RetentionRuleRow, { tenantId, kind });
      const fields = { updatedBy: userId, updatedAt: this.system.clock() };
      if (days === null) {
        if (known !== null) em.remove(known);
      } else if (known === null) em.persist(em.create(RetentionRuleRow, { tenantId, kind, days, ...fields }));
      else em.assign(known, { days, ...fields });
      await em.flush();
      const rule = (await rulesOf(unit)).find((each) => each.kind === kind);
      if (rule === undefined) throw new Error(`there is no rule for ${kind}`);
      return rule;
    });
  }

  /** How many of a kind would be deleted now; null when this process does not know how they are counted. */
  due({ tenantId }: UserViewer, { kind, days }: RetentionRule): Promise<number | null> {
    return days === null ? Promise.resolve(0) : countDue(this.system, tenantId, kind, olderThan(this.system.clock(), days));
  }

  /** Sees to everything now, or tries it without deleting. @returns the run */
  async start({ tenantId, userId }: UserViewer, dryRun: boolean): Promise<string> {
    const id = randomUUID();
    await this.system.database.unitOfWork(tenantId, (unit) =>
      this.system.runs.start(unit, {
        id,
        workflow: RETENTION_WORKFLOW,
        title: dryRun ? 'See what is too old' : 'Delete what is too old',
        subject: { dryRun: String(dryRun) },
        startedBy: userId,
      }),
    );
    return id;
  }
}

async function rulesOf({ em, tenantId }: UnitOfWork): Promise<RetentionRule[]> {
  const chosen = new Map((await em.find(RetentionRuleRow, { tenantId })).map((row) => [row.kind, row.days]));
  const last = new Map(
    (await em.find(RetentionResultRow, { tenantId, dryRun: false }, { orderBy: { finishedAt: 'asc' } })).map((row) => [row.kind, row]),
  );
  return NAMES.map((kind) => {
    const { title, minimum, maximum } = RETENTION_KINDS[kind];
    return {
      kind,
      title,
      days: daysInForce(kind, chosen),
      chosen: chosen.has(kind),
      minimumDays: minimum,
      maximumDays: maximum,
      lastRunAt: last.get(kind)?.finishedAt ?? null,
      lastDeleted: last.get(kind)?.deleted ?? null,
    };
  });
}
