import { expect, test } from 'vitest';
import { everyFailure, noFailures } from '../failures/failure.ts';
import { startSandbox } from '../http/server.ts';
import { restVendor } from '../rest/rest.ts';
import { type Drift, driftRecord } from './drift.ts';

const record = { id: 1, name: 'Ada Lovelace', amount: 1250, paid: 'yes', owner: { mail: 'a@b.example' }, at: 1_700_000_000 };
const drifted = (...drifts: Drift[]): Record<string, unknown> => driftRecord(record, drifts);
const of = { object: 'orders' };

test('records are renamed, retyped, nested, flattened, split, merged, dropped, added to, and their values changed', () => {
  expect(drifted({ ...of, op: 'RENAME', field: 'amount', to: 'total' })).toMatchObject({ total: 1250 });
  expect(drifted({ ...of, op: 'RENAME', field: 'owner.mail', to: 'email' })).toMatchObject({ owner: { email: 'a@b.example' } });
  expect(drifted({ ...of, op: 'RETYPE', field: 'amount', as: 'TEXT' })).toMatchObject({ amount: '1250' });
  expect(drifted({ ...of, op: 'RETYPE', field: 'at', as: 'ISO' })).toMatchObject({ at: '2023-11-14T22:13:20.000Z' });
  expect(drifted({ ...of, op: 'NEST', field: 'amount', under: 'money' })).toMatchObject({ money: { amount: 1250 } });
  expect(drifted({ ...of, op: 'FLATTEN', field: 'owner.mail', to: 'owner_mail' })).toMatchObject({ owner_mail: 'a@b.example', owner: {} });
  expect(drifted({ ...of, op: 'SPLIT', field: 'name', into: ['first', 'last'], by: ' ' })).toMatchObject({
    first: 'Ada',
    last: 'Lovelace',
  });
  expect(drifted({ ...of, op: 'MERGE', field: 'name', with: 'paid', to: 'both', by: '/' })).toMatchObject({ both: 'Ada Lovelace/yes' });
  expect(drifted({ ...of, op: 'DROP', field: 'paid' })).not.toHaveProperty('paid');
  expect(drifted({ ...of, op: 'ADD', field: 'vat', value: 0.25 })).toMatchObject({ vat: 0.25 });
  expect(drifted({ ...of, op: 'ENUM', field: 'paid', values: { yes: 'PAID' } })).toMatchObject({ paid: 'PAID' });
  expect(drifted({ ...of, op: 'UNIT', field: 'amount', factor: 0.01 })).toMatchObject({ amount: 12.5 });
  expect(drifted({ ...of, op: 'RENAME', field: 'nothing', to: 'x' })).toEqual(record);
});

test('a sandbox is told over HTTP to drift, to fail and to heal, by callers of the same machine that are no browsers', async () => {
  const sandbox = await startSandbox({ vendors: [restVendor({ paging: 'NONE', auth: 'NONE' }, 3)], port: 0 });
  const control = async (what: string, body: object, headers: Record<string, string> = {}): Promise<number> =>
    (await fetch(`${sandbox.url}/_control/${what}`, { method: 'POST', body: JSON.stringify(body), headers })).status;
  const orders = async (): Promise<{ status: number; first: Record<string, unknown> | undefined }> => {
    const reply = await fetch(`${sandbox.url}/rest/v1/orders`);
    const body: unknown = reply.ok ? await reply.json() : [];
    return { status: reply.status, first: (body as Record<string, unknown>[])[0] };
  };
  expect(await control('drift', { vendor: 'rest', drifts: [{ op: 'RENAME', object: 'orders', field: 'total', to: 'sum' }] })).toBe(200);
  expect((await orders()).first).toMatchObject({ sum: 1.5 });
  expect(await control('drift', { vendor: 'rest', reset: true })).toBe(200);
  expect((await orders()).first).toMatchObject({ total: 1.5 });
  expect(await control('failures', { vendor: null, next: ['TOO_MANY', 'SERVER_ERROR'] })).toBe(200);
  expect((await orders()).status).toBe(429);
  expect((await orders()).status).toBeGreaterThanOrEqual(500);
  expect((await orders()).status).toBe(200);
  for (const [what, body] of [['drift', { vendor: 'nobody' , reset: true }], ['drift', { vendor: 'rest', version: '2' }], ['advance', { days: 1 }], ['failures', { next: ['NONE'] }]] as const) expect(await control(what, body)).toBe(400); // prettier-ignore
  expect(await control('drift', {}, { origin: 'https://evil.example' })).toBe(403);
  await sandbox.close();
});

test('the same seed fails in the same way, and whoever tries again gets through', async () => {
  const run = async (seed: string): Promise<number[]> => {
    const sandbox = await startSandbox({
      vendors: [restVendor({ paging: 'NONE', auth: 'NONE' }, 3)],
      port: 0,
      failures: { ...everyFailure(seed, 0.2), rates: { TOO_MANY: 0.3, SERVER_ERROR: 0.3 }, next: [] },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) statuses.push((await fetch(`${sandbox.url}/rest/v1/orders`)).status);
    sandbox.controls.fail(null, noFailures);
    await sandbox.close();
    return statuses;
  };
  const first = await run('a');
  expect(await run('a')).toEqual(first);
  expect(await run('b')).not.toEqual(first);
  expect(first.join(' ')).not.toMatch(/(?:429|5\d\d) (?:429|5\d\d) (?:429|5\d\d)/u);
});
