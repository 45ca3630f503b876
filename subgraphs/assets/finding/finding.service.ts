import { LockMode, type FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ownershipErrors } from '../ownership/ownership.errors.ts';
import { isOfTenant } from '../ownership/is-of-tenant.ts';
import { FindingRow } from './finding.entity.ts';
import { findingErrors } from './finding.errors.ts';
import type { AssetFindingFilter } from './finding.input.ts';
import type { Finding } from './finding.type.ts';

const MAX_COMMENT = 1_000;
const uuid = z.uuid();
const cursorSchema = z.tuple([z.int(), z.iso.datetime(), z.uuid()]);

/** What is noteworthy about assets, and what people decide about it. */
export class FindingService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Findings by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Finding | null)[]> {
    const known = ids.filter((id) => uuid.safeParse(id).success);
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(FindingRow, { tenantId, id: { $in: known } }));
    return inOrder(ids, rows.map(toFinding), ({ id }) => id);
  }

  /** What each asset has that is not resolved, the gravest first. */
  async ofAssets({ tenantId }: UserViewer, assetIds: readonly string[]): Promise<Finding[][]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(
        FindingRow,
        { tenantId, assetId: { $in: [...assetIds] }, status: { $ne: 'RESOLVED' } },
        { orderBy: { rank: 'asc', code: 'asc', about: 'asc' } },
      ),
    );
    const byAsset = Map.groupBy(rows, ({ assetId }) => assetId);
    return assetIds.map((id) => (byAsset.get(id) ?? []).map(toFinding));
  }

  /** The gravest first, of those the latest. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, filter: AssetFindingFilter, page: Page): Promise<ConnectionOf<Finding>> {
    const wanted = conditionsOf(tenantId, filter);
    const cursor = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (cursor?.success === false) throw commonErrors.BAD_CURSOR({});
    const following = cursor === null ? wanted : { $and: [wanted, { $or: afterOf(cursor.data) }] };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(FindingRow, following, { orderBy: { rank: 'asc', openedAt: 'desc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(toFinding), await em.count(FindingRow, wanted), ({ rank, openedAt, id }) => [
        rank,
        openedAt.toISOString(),
        id,
      ]);
    });
  }

  /** Names who takes care of it; null: nobody. @throws ASSET_FINDING_NOT_FOUND, OWNER_UNKNOWN */
  assign(viewer: UserViewer, id: string, userId: string | null): Promise<Finding> {
    return this.#change(viewer, id, async (unit, row) => {
      if (userId !== null && !(await isOfTenant(unit, viewer, userId))) throw ownershipErrors.OWNER_UNKNOWN({});
      row.assigneeId = userId;
    });
  }

  /** Lets it be until a moment, or for good. @throws ASSET_FINDING_NOT_FOUND, FINDING_ACCEPTED_IN_PAST, FINDING_REASON_MISSING, FINDING_STATUS_CONFLICT */
  accept(viewer: UserViewer, id: string, until: Date | null, reason: string): Promise<Finding> {
    if (until !== null && until <= this.#system.clock()) throw findingErrors.FINDING_ACCEPTED_IN_PAST({});
    const why = reason.trim();
    if (why.length < 1 || why.length > MAX_COMMENT) throw findingErrors.FINDING_REASON_MISSING({});
    return this.#decide(viewer, id, ['OPEN', 'ACCEPTED'], { status: 'ACCEPTED', acceptedUntil: until, comment: why });
  }

  /** Says that it is done; found again, it opens again. @throws ASSET_FINDING_NOT_FOUND, FINDING_STATUS_CONFLICT */
  resolve(viewer: UserViewer, id: string, comment: string | null): Promise<Finding> {
    const resolvedAt = this.#system.clock();
    return this.#decide(viewer, id, ['OPEN', 'ACCEPTED'], { status: 'RESOLVED', resolvedAt, acceptedUntil: null, comment: cut(comment) });
  }

  /** Opens what was accepted or resolved. @throws ASSET_FINDING_NOT_FOUND, FINDING_STATUS_CONFLICT */
  reopen(viewer: UserViewer, id: string, comment: string | null): Promise<Finding> {
    const openedAt = this.#system.clock();
    return this.#decide(viewer, id, ['ACCEPTED', 'RESOLVED'], {
      status: 'OPEN',
      openedAt,
      resolvedAt: null,
      acceptedUntil: null,
      comment: cut(comment),
    });
  }

  #decide(viewer: UserViewer, id: string, from: readonly FindingRow['status'][], change: Partial<FindingRow>): Promise<Finding> {
    return this.#change(viewer, id, (_, row) => {
      if (!from.includes(row.status)) throw findingErrors.FINDING_STATUS_CONFLICT({ status: row.status });
      const acceptedRank = change.status === 'ACCEPTED' ? row.rank : null;
      const timesOpened = row.timesOpened + (change.status === 'OPEN' ? 1 : 0);
      Object.assign(row, change, { acceptedRank, timesOpened, decidedBy: viewer.userId, decidedAt: this.#system.clock() });
    });
  }

  #change({ tenantId }: UserViewer, id: string, change: (unit: UnitOfWork, row: FindingRow) => Promise<void> | void): Promise<Finding> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const row = uuid.safeParse(id).success
        ? await unit.em.findOne(FindingRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (row === null) throw findingErrors.ASSET_FINDING_NOT_FOUND({});
      await change(unit, row);
      return toFinding(row);
    });
  }
}

const cut = (comment: string | null): string | null => comment?.slice(0, MAX_COMMENT) ?? null;

function conditionsOf(tenantId: string, filter: AssetFindingFilter): FilterQuery<FindingRow> {
  const { statuses, severities, codes, assetId, assigneeId, unassigned } = filter;
  return {
    tenantId,
    status: { $in: statuses ?? ['OPEN'] },
    ...(severities == null ? {} : { severity: { $in: severities } }),
    ...(codes == null ? {} : { code: { $in: codes } }),
    ...(assetId == null ? {} : { assetId: uuid.safeParse(assetId).success ? assetId : null }),
    ...(assigneeId == null ? {} : { assigneeId: uuid.safeParse(assigneeId).success ? assigneeId : null }),
    ...(unassigned == null ? {} : { assigneeId: unassigned ? null : { $ne: null } }),
  };
}

function afterOf([rank, time, id]: z.infer<typeof cursorSchema>): FilterQuery<FindingRow>[] {
  const openedAt = new Date(time);
  return [{ rank: { $gt: rank } }, { rank, openedAt: { $lt: openedAt } }, { rank, openedAt, id: { $gt: id } }];
}

function toFinding(row: FindingRow): Finding {
  return {
    id: row.id, code: row.code, about: row.about === '' ? null : row.about, severity: row.severity, title: row.title, detail: row.detail,
    remedy: row.remedy ?? null, evidence: row.evidence, status: row.status, acceptedUntil: row.acceptedUntil ?? null, comment: row.comment ?? null,
    decidedAt: row.decidedAt ?? null, firstSeenAt: row.firstSeenAt, lastSeenAt: row.lastSeenAt, resolvedAt: row.resolvedAt ?? null,
    timesOpened: row.timesOpened, assetId: row.assetId, assigneeId: row.assigneeId ?? null, decidedBy: row.decidedBy ?? null, rank: row.rank,
    openedAt: row.openedAt,
  }; // prettier-ignore
}
