import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ANALYSES } from '../playbooks/analyses.ts';
import type { WorkflowRuns } from '../workflows/start-run.ts';
import { findingErrors } from './finding.errors.ts';
import { PilotFindingRow } from './finding.entity.ts';
import type { FindingStatus } from './finding-status.ts';
import { lockFindings } from './keep-findings.ts';
import { type Outcomes, outcomesOf } from './outcomes.ts';
import { propose } from './propose-findings.ts';

export interface FindingFilter {
  agentId: string | null;
  kinds: readonly string[] | null;
  statuses: readonly FindingStatus[] | null;
}

/** What pilots found, as people see and change it. */
export class FindingService {
  readonly #system: System;
  readonly #runs: WorkflowRuns;

  constructor(system: System, runs: WorkflowRuns) {
    this.#system = system;
    this.#runs = runs;
  }

  /** Findings by id, null for those the viewer has not. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(PilotFindingRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    const shown = await this.#shownTo(viewer);
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) =>
      em.find(PilotFindingRow, { $and: [shown, { id: { $in: known } }] }),
    );
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's findings, those found first last. @throws BAD_CURSOR */
  async page(viewer: UserViewer, { agentId, kinds, statuses }: FindingFilter, page: Page): Promise<ConnectionOf<PilotFindingRow>> {
    const wanted: FilterQuery<PilotFindingRow> = {
      $and: [
        await this.#shownTo(viewer),
        agentId === null ? {} : { agentId: z.uuid().safeParse(agentId).success ? agentId : null },
        kinds === null ? {} : { kind: { $in: [...kinds] } },
        statuses === null ? {} : { status: { $in: [...statuses] } },
      ] as FilterQuery<PilotFindingRow>[],
    };
    const following: FilterQuery<PilotFindingRow> =
      page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'firstSeenAt') }] };
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(PilotFindingRow, following, { orderBy: { firstSeenAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(PilotFindingRow, wanted), (row) => [row.firstSeenAt.toISOString(), row.id]);
    });
  }

  /** Puts an open finding away for good. @throws NOT_FOUND, FINDING_NOT_OPEN */
  dismiss(viewer: UserViewer, id: string, reason: string | null): Promise<PilotFindingRow> {
    return this.#change(viewer, id, async (unit, row) => {
      if (row.status !== 'OPEN') throw findingErrors.FINDING_NOT_OPEN({ status: row.status });
      unit.audit({
        action: 'finding.dismissed',
        subject: { type: 'PilotFinding', id },
        before: { status: row.status },
        after: { status: 'REJECTED', reason },
      });
      Object.assign(row, { status: 'REJECTED', decidedAt: this.#system.clock(), comment: reason });
      await unit.em.flush();
    });
  }

  /** Has somebody asked about a finding now. @throws NOT_FOUND, FINDING_NOT_OPEN, FINDING_WITHOUT_PROPOSAL, and what starting a run throws */
  propose(viewer: UserViewer, id: string): Promise<PilotFindingRow> {
    return this.#change(viewer, id, async (unit, row) => {
      if (row.status !== 'OPEN' && row.status !== 'REJECTED') throw findingErrors.FINDING_NOT_OPEN({ status: row.status });
      if (row.proposal == null) throw findingErrors.FINDING_WITHOUT_PROPOSAL({});
      unit.audit({
        action: 'finding.proposed',
        subject: { type: 'PilotFinding', id },
        before: { status: row.status },
        after: { status: 'PROPOSED' },
      });
      await propose(unit, this.#runs, row, { now: this.#system.clock(), cause: { kind: 'PERSON', userId: viewer.userId } });
    });
  }

  /** What became of what agents found. */
  async outcomes({ tenantId }: UserViewer, agentIds: readonly string[]): Promise<(Outcomes | null)[]> {
    const counted = await this.#system.database.unitOfWork(tenantId, (unit) => outcomesOf(unit, agentIds));
    return agentIds.map((id) => counted.get(id) ?? null);
  }

  async #change(viewer: UserViewer, id: string, work: (unit: UnitOfWork, row: PilotFindingRow) => Promise<void>): Promise<PilotFindingRow> {
    const [seen] = await this.load(viewer, [id]);
    if (seen == null) throw commonErrors.NOT_FOUND({ what: 'finding' });
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await lockFindings(unit, seen.agentId);
      const row = await unit.em.findOneOrFail(PilotFindingRow, { tenantId: unit.tenantId, id });
      await work(unit, row);
      return row;
    });
  }

  /** Findings about records are not for those whom rules about data restrict; some are for few. */
  async #shownTo(viewer: UserViewer): Promise<FilterQuery<PilotFindingRow>> {
    const { tenantId } = viewer;
    const { restricted } = await this.#system.dataAccess.of(viewer);
    const kinds = ANALYSES.filter(({ records, audience }) => !(records && restricted) && (audience?.includes(viewer.role) ?? true));
    return { tenantId, kind: { $in: kinds.map(({ name }) => name) } };
  }
}
