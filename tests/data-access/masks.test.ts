import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ColumnType } from '../../schema/events/discovered-schema.ts';
import type { ModelAttribute, Semantic } from '../../schema/events/semantic-model.ts';
import type { MaskMode } from '../../subgraphs/kernel/data-access/data-rule.ts';
import { maskedValue } from '../../subgraphs/kernel/data-access/mask-sql.ts';
import { openTestKernel, type TestKernel } from '../testkit/test-kernel.ts';
import { entityOf } from './company.testkit.ts';

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const KEY = 'a tenant’s own key';
const SQL_TYPE: Record<ColumnType, string> = {
  TEXT: 'text', INTEGER: 'bigint', DECIMAL: 'numeric', MONEY: 'numeric', PERCENT: 'numeric', BOOLEAN: 'boolean', DATE: 'date', DATETIME: 'timestamptz',
}; // prettier-ignore

/** What a mask leaves of a literal of a type. */
async function masked(value: string | null, type: ColumnType, mode: MaskMode, semantic: Semantic = 'TEXT'): Promise<unknown> {
  const [attribute] = entityOf('Account').attributes;
  const column = sql`(${value}::${sql.raw(SQL_TYPE[type])})`;
  const { rows } = await t.database.systemWork((db) =>
    sql<{
      left: unknown;
    }>`select ${maskedValue({ ...(attribute as ModelAttribute), type, semantic }, column, mode, KEY)} as "left"`.execute(db),
  );
  return rows[0]?.left;
}

test.each<[string, ColumnType, Semantic, string]>([
  ['ada@example.com', 'TEXT', 'EMAIL', 'a***@example.com'],
  ['not an address', 'TEXT', 'EMAIL', 'n***'],
  ['a@b@c.example', 'TEXT', 'EMAIL', 'a***@c.example'],
  ['+47 911 22 342', 'TEXT', 'PHONE', '***42'],
  ['Zoë Berg', 'TEXT', 'PERSON', 'Z***'],
  ['83450.25', 'MONEY', 'AMOUNT', '≈ 80000'],
  ['-1999', 'INTEGER', 'QUANTITY', '≈ -2000'],
  ['0.0734', 'PERCENT', 'RATE', '≈ 0.07'],
  ['0', 'DECIMAL', 'QUANTITY', '0'],
  ['4711', 'INTEGER', 'PHONE', '***11'],
  ['1984-05-23', 'DATE', 'DATE', '1984'],
  ['1984-12-31T23:59:59Z', 'DATETIME', 'DATE', '1984'],
  ['true', 'BOOLEAN', 'FLAG', '***'],
])('%s (%s, %s) is shown in part as %s', async (value, type, semantic, left) => {
  expect(await masked(value, type, 'PARTIAL', semantic)).toBe(left);
});

test.each<ColumnType>(['TEXT', 'INTEGER', 'MONEY', 'BOOLEAN', 'DATE', 'DATETIME'])(
  'no value of type %s stays none, and hidden is none',
  async (type) => {
    for (const mode of ['HIDE', 'PSEUDONYM', 'PARTIAL'] as const) expect(await masked(null, type, mode)).toBeNull();
    const some: Record<string, string> = { TEXT: 'x', BOOLEAN: 'true', DATE: '2020-01-01', DATETIME: '2020-01-01T00:00:00Z' };
    expect(await masked(some[type] ?? '7', type, 'HIDE')).toBeNull();
  },
);

test('a pseudonym is the HMAC of the value: the same however it is written, another for another value or key', async () => {
  const expected = (value: string): string =>
    `~${createHmac('sha256', createHash('sha256').update(KEY).digest()).update(value).digest('hex').slice(0, 16)}`;
  expect(await masked('ada@example.com', 'TEXT', 'PSEUDONYM')).toBe(expected('ada@example.com'));
  expect(await masked('  ADA@Example.com ', 'TEXT', 'PSEUDONYM')).toBe(expected('ada@example.com'));
  expect(await masked('42', 'INTEGER', 'PSEUDONYM')).toBe(expected('42'));
  expect(await masked('bob@example.com', 'TEXT', 'PSEUDONYM')).not.toBe(expected('ada@example.com'));
});
