import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { decideApproval } from '../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { DriftRow } from '../drift/drift.entity.ts';
import { isId } from '../id.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { applyEdits, type Edited, type RepairEdit } from './edits.ts';
import { ObjectReadingRow } from './object-reading.entity.ts';
import { APPROVAL_SUBJECT, tell } from './propose.ts';
import { putInForce, takeOutOfForce } from './put-in-force.ts';
import { repairErrors } from './repair.errors.ts';
import { RepairRow } from './repair.entity.ts';
import { REPLAY_WORKFLOW, ROLL_BACK_WORKFLOW } from './replay.workflow.ts';
import { composeRules, type ReadingRule } from './rules.ts';

type Decided = RepairRow | InputProblem[];

/** Lets people decide about repairs, and take them back; with `propose.ts`, the only writer of repairs and readings. */
export class RepairService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * Applies a repair that waits (or was turned down, as long as its drift is still there), with a person's changes: the new reading holds with the
   * commit, and a run brings in what waits in quarantine. @returns it, or what has to be corrected
   */
  accept({ tenantId, userId }: Pick<UserViewer, 'tenantId' | 'userId'>, id: string, edits: readonly RepairEdit[]): Promise<Decided> {
    return this.#decide(tenantId, id, async (unit, repair) => {
      if (repair.status === 'APPLIED' || repair.status === 'ROLLED_BACK') throw repairErrors.REPAIR_DECIDED({ status: repair.status });
      const drifts = await unit.em.find(DriftRow, { tenantId, objectId: repair.objectId, status: 'OPEN' });
      if (drifts.length === 0) throw repairErrors.REPAIR_OUTDATED({});
      const waits = await unit.em.findOne(RepairRow, { tenantId, objectId: repair.objectId, status: 'PROPOSED', id: { $ne: repair.id } });
      if (waits !== null) throw repairErrors.REPAIR_OUTDATED({});
      const edited = applyEdits(repair, edits, await typesOf(unit, repair.objectId));
      if (Array.isArray(edited)) return edited;
      await this.#apply(unit, repair, edited, userId, drifts);
      return repair;
    });
  }

  /** Turns a repair down: the object's records go on waiting, and what has landed stays as it is. */
  reject({ tenantId, userId }: Pick<UserViewer, 'tenantId' | 'userId'>, id: string): Promise<Decided> {
    return this.#decide(tenantId, id, async (unit, repair) => {
      if (repair.status !== 'PROPOSED') throw repairErrors.REPAIR_DECIDED({ status: repair.status });
      Object.assign(repair, { status: 'REJECTED', decidedAt: this.#system.clock(), decidedBy: userId });
      await this.#closeApproval(unit, repair, 'REJECTED', userId);
      await this.#tell(unit, repair);
      return repair;
    });
  }

  /** Takes a repair back: the reading before it holds again with the commit, and a run restores the values that it had changed. */
  rollBack({ tenantId, userId }: Pick<UserViewer, 'tenantId' | 'userId'>, id: string): Promise<Decided> {
    return this.#decide(tenantId, id, async (unit, repair) => {
      if (repair.status !== 'APPLIED') throw repairErrors.REPAIR_DECIDED({ status: repair.status });
      if (!(await takeOutOfForce(unit, repair, this.#system.clock()))) throw repairErrors.REPAIR_NOT_LAST({});
      Object.assign(repair, { status: 'ROLLED_BACK', decidedAt: this.#system.clock(), decidedBy: userId });
      const drifts = await unit.em.find(DriftRow, { tenantId, repairId: repair.id, status: 'REPAIRED' });
      for (const drift of drifts) Object.assign(drift, { status: 'OPEN', closedAt: null });
      const object = await unit.em.findOneOrFail(SourceObjectRow, { id: repair.objectId });
      // The next sync looks at it afresh.
      Object.assign(object, { landedHash: null });
      repair.replayRunId = await this.#start(unit, repair, ROLL_BACK_WORKFLOW, userId);
      await this.#tell(unit, repair);
      return repair;
    });
  }

  /** An approval was decided where approvals are: its repair goes by it. Nothing happens when the repair was decided meanwhile. */
  async onApprovalDecided({ tenantId, payload }: DomainEvent<'agents.approval-decided'>): Promise<void> {
    const { subject, status, decidedBy } = payload;
    if (!subject.startsWith(APPROVAL_SUBJECT)) return;
    const id = subject.slice(APPROVAL_SUBJECT.length);
    const viewer = { tenantId, userId: decidedBy };
    await (status === 'APPROVED' ? this.accept(viewer, id, []) : this.reject(viewer, id));
  }

  async #decide(tenantId: string, id: string, work: (unit: UnitOfWork, repair: RepairRow) => Promise<Decided>): Promise<Decided> {
    try {
      return await this.#system.database.unitOfWork(tenantId, async (unit) => {
        // Locked: of two who decide at once, one finds it decided.
        const repair = isId(id) ? await unit.em.findOne(RepairRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
        if (repair === null) throw repairErrors.REPAIR_NOT_FOUND({});
        return work(unit, repair);
      });
    } catch (error) {
      if (error instanceof DomainError && !error.extensions.retry) return [inputProblem(error, 'id')];
      throw error;
    }
  }

  async #apply(unit: UnitOfWork, repair: RepairRow, edited: Edited, userId: string, drifts: readonly DriftRow[]): Promise<void> {
    const { em, tenantId } = unit;
    const now = this.#system.clock();
    const { rules, changes, leftOut } = edited;
    Object.assign(repair, { status: 'APPLIED', rules, changes, decidedAt: now, decidedBy: userId, automatic: false, settled: false });
    await em.flush();
    const active = await em.findOne(ObjectReadingRow, { tenantId, objectId: repair.objectId, status: 'ACTIVE' });
    if (rules.length > 0) await putInForce(unit, repair, composeRules(active?.rules ?? [], rules), now);
    for (const drift of drifts) {
      const without = drift.before.some(({ path }) => leftOut.includes(path));
      if (drift.holds || drift.repairId === repair.id)
        Object.assign(drift, { status: without ? 'DISMISSED' : 'REPAIRED', repairId: repair.id, closedAt: now });
    }
    await this.#closeApproval(unit, repair, 'APPROVED', userId);
    repair.replayRunId = await this.#start(unit, repair, REPLAY_WORKFLOW, userId);
    await this.#tell(unit, repair);
  }

  async #start(unit: UnitOfWork, { id, connectionId, objectId }: RepairRow, workflow: string, startedBy: string): Promise<string> {
    const object = await unit.em.findOneOrFail(SourceObjectRow, { id: objectId });
    const runId = randomUUID();
    const title = workflow === REPLAY_WORKFLOW ? `Replay of ${object.name}` : `Roll back of ${object.name}`;
    await this.#system.runs.start(unit, { id: runId, workflow, title, subject: { connectionId, objectId, repairId: id }, startedBy });
    return runId;
  }

  async #closeApproval(unit: UnitOfWork, { approvalId }: RepairRow, status: 'APPROVED' | 'REJECTED', decidedBy: string): Promise<void> {
    const waiting = approvalId == null ? null : await unit.em.findOne(ApprovalRow, { id: approvalId, status: 'PENDING' });
    if (waiting !== null) await decideApproval(unit, waiting.id, { status, decidedBy, comment: null, now: this.#system.clock() });
  }

  async #tell(unit: UnitOfWork, repair: RepairRow): Promise<void> {
    const connection = await unit.em.findOneOrFail(ConnectionRow, { id: repair.connectionId });
    const object = await unit.em.findOne(SourceObjectRow, { id: repair.objectId });
    tell(unit, repair, object?.name ?? null, { connectionId: connection.id, connectionName: connection.name });
  }
}

/** Types of an object's columns as they were last catalogued. */
async function typesOf({ em }: UnitOfWork, objectId: string): Promise<(column: string) => ReadingRule['type']> {
  const object = await em.findOneOrFail(SourceObjectRow, { id: objectId });
  const schema = object.schemaId == null ? null : await em.findOne(SourceSchemaRow, { id: object.schemaId });
  const types = new Map((schema?.columns ?? []).map(({ name, type }) => [name, type]));
  return (column) => types.get(column) ?? 'TEXT';
}
