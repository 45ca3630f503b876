import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyselyOf } from '../../kernel/database/unit-of-work.ts';
import { openIdentity, PASSWORD, type Identity, type Opened } from './identity.testkit.ts';
import { networkOf } from './log-in-limits.ts';

let id: Identity;
beforeAll(async () => {
  id = await openIdentity();
});
afterAll(() => id[Symbol.asyncDispose]());

const WRONG = 'not the right one';
const from = (address: string) => ({ address });
const codeOf = (opened: Opened): string => opened.problems?.[0]?.code ?? opened.__typename;
const secondsIn = (opened: Opened): number => Number(opened.problems[0]?.message.match(/(\d+) s/u)?.[1]);
/** Wrong log-ins until one has to wait. */
async function exhaust(email: string, address: string): Promise<Opened> {
  for (let attempts = 1; ; attempts++) {
    const opened = await id.logIn(email, WRONG, null, from(address));
    if (codeOf(opened) === 'TOO_MANY_ATTEMPTS') return opened;
    expect(attempts).toBeLessThan(50);
  }
}

test('whoever guesses has to wait, twice as long each time, and is told how long', async () => {
  const { email } = await id.register();
  const address = '198.51.100.1';
  const waits: number[] = [];
  let refused = await exhaust(email, address);
  for (let i = 0; i < 6; i++) {
    waits.push(secondsIn(refused));
    id.pass(secondsIn(refused) * 1_000 + 50);
    expect(codeOf(await id.logIn(email, WRONG, null, from(address)))).toBe('CREDENTIALS_REFUSED');
    refused = await id.logIn(email, PASSWORD, null, from(address));
    expect(codeOf(refused)).toBe('TOO_MANY_ATTEMPTS');
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32]);
});

test('whoever guesses at an account keeps neither others out of it nor themselves out of others', async () => {
  const [victim, other] = [await id.register(), await id.register()];
  await exhaust(victim.email, '198.51.100.2');
  expect(codeOf(await id.logIn(victim.email, PASSWORD, null, from('192.0.2.50')))).toBe('Session');
  expect(codeOf(await id.logIn(other.email, PASSWORD, null, from('198.51.100.2')))).toBe('Session');
});

test('a device that is known gets in while a thousand addresses guess, even from one of them', async () => {
  const { email, session } = await id.register();
  const device = session.deviceProof;
  for (let i = 0; i < 120; i++) await id.logIn(email, WRONG, null, from(`203.0.113.${i}`));
  expect(codeOf(await id.logIn(email, PASSWORD, null, from('203.0.113.200')))).toBe('TOO_MANY_ATTEMPTS');
  expect(codeOf(await id.logIn(email, PASSWORD, device, from('203.0.113.200')))).toBe('Session');
  expect(codeOf(await id.logIn(email, PASSWORD, device, from('203.0.113.1')))).toBe('Session');
}, 60_000);

test('an address that the account was logged in to from is not slowed by strangers', async () => {
  const { email } = await id.register();
  expect(codeOf(await id.logIn(email, PASSWORD, null, from('192.0.2.9')))).toBe('Session');
  for (let i = 0; i < 120; i++) await id.logIn(email, WRONG, null, from(`203.0.114.${i}`));
  expect(codeOf(await id.logIn(email, PASSWORD, null, from('192.0.2.9')))).toBe('Session');
}, 60_000);

test('the proof of a device is good for its account only, and forged ones are none', async () => {
  const [mine, theirs] = [await id.register(), await id.register()];
  await exhaust(mine.email, '198.51.100.3');
  for (const proof of [theirs.session.deviceProof, mine.session.token, 'x', mine.session.deviceProof?.slice(0, -3) ?? ''])
    expect(codeOf(await id.logIn(mine.email, PASSWORD, proof, from('198.51.100.3')))).toBe('TOO_MANY_ATTEMPTS');
  expect(codeOf(await id.logIn(mine.email, PASSWORD, mine.session.deviceProof, from('198.51.100.3')))).toBe('Session');
});

test('an address nobody has is slowed exactly like one that somebody has', async () => {
  const { email } = await id.register();
  const nobody = `${randomUUID()}@example.com`;
  const series = async (address: string): Promise<string[]> => {
    const seen: string[] = [];
    for (let i = 0; i < 14; i++) seen.push(codeOf(await id.logIn(address, WRONG, null, from('198.51.100.4'))));
    return seen;
  };
  expect(await series(nobody)).toEqual(await series(email));
});

test('of many guesses at once no more are made than of as many one by one', async () => {
  const { email } = await id.register();
  const all = await Promise.all(Array.from({ length: 40 }, () => id.logIn(email, WRONG, null, from('198.51.100.5'))));
  expect(all.filter((opened) => codeOf(opened) === 'CREDENTIALS_REFUSED').length).toBeLessThanOrEqual(11);
});

test('whoever gets in is counted no more, and what is kept names nobody', async () => {
  const { email } = await id.register();
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 5; i++) await id.logIn(email, WRONG, null, from('198.51.100.6'));
    expect(codeOf(await id.logIn(email, PASSWORD, null, from('198.51.100.6')))).toBe('Session');
  }
  const { rows } = await id.t.system.database.sessionWork({}, (em) => sql`select * from attempt_count`.execute(kyselyOf(em)));
  expect(JSON.stringify(rows)).not.toMatch(/example|198\.51/u);
});

test('addresses of IPv6 count by the network that one customer has', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::1'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('::1')).toBe(networkOf('::2'));
  expect(networkOf('::ffff:192.0.2.1')).not.toBe(networkOf('::ffff:192.0.2.2'));
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf(null)).toBe('unknown');
});
