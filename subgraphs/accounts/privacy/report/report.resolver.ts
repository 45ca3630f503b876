import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import type { CursorKey } from '../../../kernel/pagination/cursor.ts';
import { connectionFrom, pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { PersonalDataFindingRow } from '../../../kernel/privacy/privacy.entity.ts';
import type { System } from '../../../kernel/system.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { PersonalDataType } from '../policy/policy.type.ts';
import { Connection } from '../stubs.type.ts';
import { type PersonalDataFinding, PersonalDataFindingConnection } from './report.type.ts';

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

@Resolver()
export class ReportResolver {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  @Query(() => PersonalDataFindingConnection, { description: 'What personal data was found where, last seen first; never the values.' })
  personalDataReport(
    @Ctx() { viewer }: GraphContext,
    @Arg('type', () => PersonalDataType, { nullable: true, description: 'Only of this type.' }) type: keyof typeof PersonalDataType | null,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only what came by this connection.' }) connectionId: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<PersonalDataFinding>> {
    const { tenantId } = requireUser(viewer);
    const page = pageOf(first, after);
    const wanted: FilterQuery<PersonalDataFindingRow> = {
      tenantId,
      ...(type == null ? {} : { type }),
      ...(connectionId == null ? {} : { sourceId: connectionId }),
    };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const where = page.after === null ? wanted : { $and: [wanted, { $or: before(page.after) }] };
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

function before(cursor: CursorKey): FilterQuery<PersonalDataFindingRow>[] {
  const parsed = cursorSchema.safeParse(cursor);
  if (!parsed.success) throw commonErrors.BAD_CURSOR({});
  const [at, id] = parsed.data;
  const lastSeenAt = new Date(at);
  return [{ lastSeenAt: { $lt: lastSeenAt } }, { lastSeenAt, id: { $lt: id } }];
}
