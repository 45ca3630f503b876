import type { FilterQuery } from '@mikro-orm/core';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import type { PersonalDataType } from '../../../kernel/personal-data/finding.ts';
import { PersonalDataFindingRow } from '../../../kernel/privacy/privacy.entity.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { Connection } from '../stubs.type.ts';
import type { PersonalDataFinding } from './report.type.ts';

/** Reads what personal data was found where. */
export class ReportService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Findings, last seen first; of one type or one connection when asked for. @throws BAD_CURSOR */
  page(
    { tenantId }: UserViewer,
    { type, connectionId }: { type: PersonalDataType | null; connectionId: string | null },
    page: Page,
  ): Promise<ConnectionOf<PersonalDataFinding>> {
    const wanted: FilterQuery<PersonalDataFindingRow> = {
      tenantId,
      ...(type === null ? {} : { type }),
      ...(connectionId === null ? {} : { sourceId: connectionId }),
    };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const where = page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'lastSeenAt') }] };
      const rows = await em.find(PersonalDataFindingRow, where, { orderBy: { lastSeenAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(findingOf), await em.count(PersonalDataFindingRow, wanted), (row) => [
        row.lastSeenAt.toISOString(),
        row.id,
      ]);
    });
  }
}

function findingOf(row: PersonalDataFindingRow): PersonalDataFinding {
  return {
    id: row.id,
    source: row.sourceKind,
    connection: row.sourceKind === 'CONNECTION' ? Object.assign(new Connection(), { id: row.sourceId }) : null,
    sourceName: row.sourceName,
    objectName: row.objectName === '' ? null : row.objectName,
    columnName: row.columnName === '' ? null : row.columnName,
    type: row.type,
    count: row.valueCount,
    estimated: row.estimated,
    confidence: Number(row.confidence),
    action: row.action,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
  };
}
