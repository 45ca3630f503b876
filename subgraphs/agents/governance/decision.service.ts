import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { GovernanceDecisionRow } from './governance.entity.ts';
import type { Verdict } from './governor.ts';

/** Which judgements; null: whichever. */
export interface DecisionFilter {
  runId: string | null;
  agentId: string | null;
  verdict: Verdict | null;
}

/** What was judged; it is written by the decision log. */
export class DecisionService {
  private readonly system: System;
  /** Resolves when what this process has judged by now is written down. */
  private readonly written: () => Promise<void>;

  constructor(system: System, written: () => Promise<void>) {
    this.system = system;
    this.written = written;
  }

  /** Judgements, newest first. @throws BAD_CURSOR */
  async page(
    { tenantId }: UserViewer,
    { runId, agentId, verdict }: DecisionFilter,
    page: Page,
  ): Promise<ConnectionOf<GovernanceDecisionRow>> {
    if ([runId, agentId].some((id) => id !== null && !z.uuid().safeParse(id).success)) return connectionFrom(page, [], 0, () => []);
    const wanted: FilterQuery<GovernanceDecisionRow> = {
      tenantId,
      ...(runId === null ? {} : { runId }),
      ...(agentId === null ? {} : { agentId }),
      ...(verdict === null ? {} : { verdict }),
    };
    const following: FilterQuery<GovernanceDecisionRow> =
      page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'decidedAt') }] };
    await this.written();
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(GovernanceDecisionRow, following, { orderBy: { decidedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const total = await em.count(GovernanceDecisionRow, wanted);
      return connectionFrom(page, rows, total, (row) => [row.decidedAt.toISOString(), row.id]);
    });
  }
}
