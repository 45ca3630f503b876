import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/testkit/database.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { openDatabase } from './database.ts';

test('a slow statement is logged with its text and without its values, and every statement is measured', async () => {
  await using opened = await openTestDatabase();
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const metrics = createMetrics({ processMetrics: false });
  const urls = { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') };
  const database = await openDatabase(urls, [], { logger: createLogger('info', sink), metrics, slowMs: 40 });
  try {
    const canary = 'canary-7c1';
    await database
      .systemWork(async (db) => {
        await sql`select ${canary}::text`.execute(db);
        await sql`select pg_sleep(0.06), ${canary}::text`.execute(db);
        await expect(sql`select 1 / ${0}::int`.execute(db)).rejects.toThrowError('division');
      })
      .catch(() => undefined);
    const slow = lines.filter((line) => line.includes('a query was slow'));
    expect(slow).toHaveLength(1);
    expect(JSON.parse(slow[0] ?? '')).toMatchObject({ kind: 'select', sql: 'select pg_sleep(0.06), $1::text' });
    expect(lines.join('')).not.toContain(canary);
    const text = await metrics.registry.metrics();
    expect(text).toContain('autonomos_query_seconds_count{kind="select",outcome="error"} 1');
    expect(text).toMatch(/autonomos_query_seconds_count\{kind="select",outcome="ok"\} [2-9]/u);
  } finally {
    await database.close();
  }
});
