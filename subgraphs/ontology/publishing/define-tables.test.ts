import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { defineTable } from './define-tables.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([]);
});
afterAll(() => t[Symbol.asyncDispose]());

const visits = (type: 'DATE' | 'TEXT'): ModelEntity =>
  ({
    name: 'Visit',
    table: 'e_visit',
    relations: [],
    attributes: ['a', 'b', 'c', 'd'].map((name) => ({ name, column: name, type })),
  }) as unknown as ModelEntity;

test('dates that people ask by are indexed, a few of each type; what becomes text no longer is', async () => {
  const { tenantId } = await t.newTenant();
  const indexed = async (db: Kysely<never>): Promise<string[]> => {
    const { rows } = await sql<{ definition: string }>`select indexdef as definition from pg_indexes
      where schemaname = current_schema() and tablename = 'e_visit' and indexname like 'ix%' order by 1`.execute(db);
    return rows.map(({ definition }) => /\((.*)\)$/.exec(definition)?.[1] ?? '').toSorted();
  };
  await t.system.database.tenants.define(tenantId, async (db) => {
    await defineTable(db as never, visits('DATE'));
    await defineTable(db as never, visits('DATE'));
    expect(await indexed(db as never)).toEqual(['a', 'b', 'c']);
    await defineTable(db as never, visits('TEXT'));
    expect(await indexed(db as never)).toEqual([]);
    await sql`insert into e_visit (id, source_object_id, source_key, updated_at, a)
      values (${randomUUID()}, ${randomUUID()}, 'v', now(), ${Array.from({ length: 500 }, () => randomUUID()).join(' ')})`.execute(db);
  });
});
