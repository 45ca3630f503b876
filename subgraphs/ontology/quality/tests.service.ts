import { sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { recordOf, recordRow, selectRecords } from '../catalogue/records.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { SourceRow } from '../mapping/proposal.entity.ts';
import { keyOf } from '../model/names.ts';
import { stableId } from '../stable-id.ts';
import { isUuid } from '../uuids.ts';
import { proposeTests } from './propose-tests.ts';
import { nameOf } from './names.ts';
import { DataTestRow } from './quality.entity.ts';
import { bindTest, failingRows } from './test-sql.ts';

/** Tests that one entity type may have. */
export const MAX_TESTS = 200;

const resultRow = z.object({ results: z.array(z.tuple([z.coerce.number(), z.coerce.number()])) });
const countRow = z.object({ n: z.coerce.number() });

/** Keeps and runs data tests; the only writer of `data_test` but for people's edits. */
export class TestsService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Adds the tests that an entity type passes by what its sources look like; each is proposed once, also when a person removed it. */
  async propose(tenantId: string, entity: ModelEntity): Promise<void> {
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      if ((await unit.em.count(DataTestRow, { tenantId, entityName: keyOf(entity) })) > 0) return;
      const connections = [...new Set(entity.sources.map(({ connectionId }) => connectionId))];
      const sources = await unit.em.find(SourceRow, { tenantId, connectionId: { $in: connections } });
      const objects = new Map(sources.flatMap((source) => source.objects.map((object) => [object.objectId, object])));
      const records = await unit.asTenant(
        async (db) => countRow.parse((await sql`select count(*) as n from ${sql.id(entity.table)}`.execute(db)).rows[0]).n,
      );
      const now = this.system.clock();
      const rows = proposeTests(entity, objects, records, now).map((test) => ({
        ...test,
        id: stableId(tenantId, 'data-test', keyOf(entity), test.kind, test.attribute ?? ''),
        tenantId, entityName: keyOf(entity), origin: 'PROPOSED' as const, enabled: true, status: 'UNKNOWN' as const, checked: 0, failing: 0,
        lastRunAt: null, failingSince: null, createdAt: now, createdBy: null,
      })); // prettier-ignore
      if (rows.length > 0) await unit.em.insertMany(DataTestRow, rows);
    });
  }

  /** Runs the enabled tests of an entity type in one look at its records. */
  async run(tenantId: string, entity: ModelEntity): Promise<DataTestRow[]> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const tests = await unit.em.find(
        DataTestRow,
        { tenantId, entityName: keyOf(entity), enabled: true },
        { orderBy: { id: 'asc' }, limit: MAX_TESTS },
      );
      const now = this.system.clock();
      const bound = tests.flatMap((test) => {
        const found = bindTest(test, entity, now);
        return found === null ? [] : [{ test, found }];
      });
      const results = await unit.asTenant(async (db) => {
        if (bound.length === 0) return [];
        const parts = bound.map(({ found }) => sql`json_build_array(${found.checked}, ${found.failing})`);
        // json_build_array takes 100 arguments at most.
        const lists = Array.from(
          { length: Math.ceil(parts.length / 50) },
          (_, i) => sql`jsonb_build_array(${sql.join(parts.slice(i * 50, i * 50 + 50))})`,
        );
        const { rows } = await sql`select ${sql.join(lists, sql` || `)} as results from ${sql.id(entity.table)} as r`.execute(db);
        return resultRow.parse(rows[0]).results;
      });
      const byId = new Map(bound.map(({ test }, i): [string, readonly [number, number]] => [test.id, results[i] ?? [0, 0]]));
      for (const test of tests) {
        const [checked, failing] = byId.get(test.id) ?? [0, 0];
        const fails = failing > 0 && failing > test.tolerance * checked;
        const status = !byId.has(test.id) ? ('UNFIT' as const) : fails ? ('FAILING' as const) : ('PASSING' as const);
        const failingSince = status === 'FAILING' ? (test.failingSince ?? now) : null;
        await unit.em.nativeUpdate(DataTestRow, { tenantId, id: test.id }, { status, checked, failing, lastRunAt: now, failingSince });
      }
      return unit.em.find(
        DataTestRow,
        { tenantId, entityName: keyOf(entity) },
        { orderBy: { id: 'asc' }, limit: MAX_TESTS, refresh: true },
      );
    });
  }

  /** Tests in the order of entity types, of one of them when it is named. */
  page(tenantId: string, entityName: string | null, page: Page): Promise<ConnectionOf<DataTestRow>> {
    const of = entityName === null ? { tenantId } : { tenantId, entityName };
    const [name, id] = page.after ?? [];
    const where =
      typeof name === 'string' && typeof id === 'string' && isUuid(id)
        ? { ...of, $or: [{ entityName: { $gt: name } }, { entityName: name, id: { $gt: id } }] }
        : of;
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(DataTestRow, where, { orderBy: { entityName: 'asc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(DataTestRow, of), (row) => [row.entityName, row.id]);
    });
  }

  /** Some of the records that fail a test, as far as the viewer may see them; none where what is tested is masked. */
  async failing(tenantId: string, test: DataTestRow, entity: ModelEntity, guard: Guard, first: number): Promise<CanonicalRecord[]> {
    const bound = bindTest(test, entity, this.system.clock());
    if (bound === null || (test.attribute != null && guard.masked(entity).has(nameOf(entity, test.attribute)))) return [];
    const condition = failingRows(bound, guard.table(entity));
    if (condition === null) return [];
    return this.system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await selectRecords(entity, guard, condition, first).execute(db);
        return rows.map((row) => recordOf(entity, guard, recordRow.parse(row)));
      }),
    );
  }
}
