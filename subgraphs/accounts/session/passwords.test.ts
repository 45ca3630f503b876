import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdentity, PASSWORD, type Identity, type Opened, type Person } from './identity.testkit.ts';

let id: Identity;
beforeAll(async () => {
  id = await openIdentity();
});
afterAll(() => id[Symbol.asyncDispose]());

const NEW = 'blue-kettle-mountain';
type Changed = { __typename: string; problems?: { code: string; field: string | null }[] };
const RESULT = '{ __typename ... on InputRefused { problems { code field } } }';

const change = async (who: Person, old: string, fresh: string): Promise<Changed> =>
  (await id.ask<{ changePassword: Changed }>(`mutation ($o: String!, $n: String!) { changePassword(oldPassword: $o, newPassword: $n) ${RESULT} }`, { o: old, n: fresh }, who)).changePassword; // prettier-ignore
const requestReset = (email: string): Promise<{ requestPasswordReset: { minutes: number } }> =>
  id.ask('mutation ($e: String!) { requestPasswordReset(email: $e) { ... on PasswordResetRequested { minutes } } }', { e: email });
const reset = async (code: string, fresh: string): Promise<Changed> =>
  (await id.ask<{ resetPassword: Changed }>(`mutation ($c: String!, $n: String!) { resetPassword(code: $c, newPassword: $n) ${RESULT} }`, { c: code, n: fresh })).resetPassword; // prettier-ignore
const codeOf = ({ problems, __typename }: Opened | Changed): string => problems?.[0]?.code ?? __typename;

test('changing the password takes the old one, logs other sessions out and keeps this one', async () => {
  const person = await id.register();
  const other = await id.logIn(person.email, PASSWORD);
  expect(await change(person, 'not the old one', NEW)).toMatchObject({ problems: [{ code: 'CREDENTIALS_REFUSED', field: 'oldPassword' }] });
  expect(await change(person, PASSWORD, 'Password123!')).toMatchObject({ problems: [{ code: 'PASSWORD_COMMON', field: 'newPassword' }] });
  expect(codeOf(await change(person, PASSWORD, NEW))).toBe('PasswordChanged');
  expect(codeOf(await id.refresh(other.refreshToken ?? ''))).toBe('SESSION_ENDED');
  expect(codeOf(await id.refresh(person.session.refreshToken ?? ''))).toBe('Session');
  expect(codeOf(await id.logIn(person.email, PASSWORD))).toBe('CREDENTIALS_REFUSED');
  expect(codeOf(await id.logIn(person.email, NEW))).toBe('Session');
  await id.t.settled();
  expect((await id.mails(person.email)).join()).toContain('was changed');
});

test('a mailed code sets a new password once, and logs out everywhere', async () => {
  const person = await id.register();
  expect(await requestReset(person.email.toUpperCase())).toEqual({ requestPasswordReset: { minutes: 30 } });
  const code = await id.mailedCode(person.email);
  expect(await reset(code, 'short')).toMatchObject({ problems: [{ code: 'PASSWORD_TOO_SHORT', field: 'newPassword' }] });
  const both = await Promise.all([reset(code, NEW), reset(code, 'seven quiet otters sing')]);
  expect(both.map(codeOf).toSorted()).toEqual(['PasswordChanged', 'RESET_REFUSED']);
  expect(codeOf(await reset(code, NEW))).toBe('RESET_REFUSED');
  expect(codeOf(await id.refresh(person.session.refreshToken ?? ''))).toBe('SESSION_ENDED');
  expect(codeOf(await id.logIn(person.email, PASSWORD))).toBe('CREDENTIALS_REFUSED');
});

test('links that log in, made before, work no longer after a new password or logging out everywhere', async () => {
  const person = await id.register();
  const link = async (): Promise<string> =>
    (await id.ask<{ createLogInLink: { code: string } }>('mutation { createLogInLink { code } }', {}, person)).createLogInLink.code;
  const use = async (code: string): Promise<string> =>
    codeOf(
      (await id.ask<{ logInWithLink: Changed }>(`mutation ($c: String!) { logInWithLink(code: $c) ${RESULT} }`, { c: code })).logInWithLink,
    );
  const [kept, second] = [await link(), await link()];
  expect(await use(kept)).toBe('Session');
  await change(person, PASSWORD, NEW);
  expect(await use(second)).toBe('LINK_REFUSED');
  const third = await link();
  await id.ask('mutation { logOutEverywhere { count } }', {}, person);
  expect(await use(third)).toBe('LINK_REFUSED');
});

test('a code works for half an hour, and a used one ends the others', async () => {
  const [late, twice] = [await id.register(), await id.register()];
  await requestReset(late.email);
  const code = await id.mailedCode(late.email);
  await requestReset(twice.email);
  const first = await id.mailedCode(twice.email);
  await requestReset(twice.email);
  const second = await id.mailedCode(twice.email, 2);
  expect(codeOf(await reset(second, NEW))).toBe('PasswordChanged');
  expect(codeOf(await reset(first, NEW))).toBe('RESET_REFUSED');
  id.pass(31 * 60_000);
  expect(codeOf(await reset(code, NEW))).toBe('RESET_REFUSED');
});

test('asking for a code tells nobody who has an account, neither by what is said nor by how long it takes', async () => {
  const { email } = await id.register();
  const timed = async (address: string): Promise<{ reply: unknown; ms: number }> => {
    const start = performance.now();
    return { reply: await requestReset(address), ms: performance.now() - start };
  };
  const there = await timed(email);
  const nobody = await timed(`${randomUUID()}@example.com`);
  const nonsense = await timed('no address\u0000 at all');
  expect(nobody.reply).toEqual(there.reply);
  expect(nonsense.reply).toEqual(there.reply);
  for (const { ms } of [there, nobody, nonsense]) expect(ms).toBeGreaterThanOrEqual(295);
});

test('an account gets no more than five codes an hour, whoever asks', async () => {
  const { email } = await id.register();
  await Promise.all(Array.from({ length: 5 }, () => requestReset(email)));
  for (let i = 0; i < 3; i++) await requestReset(email);
  await id.t.settled();
  expect((await id.mails(email)).length).toBe(5);
});

test('a code stands in the mail and nowhere else: neither at rest nor in the event log', async () => {
  const { email, viewer } = await id.register();
  await requestReset(email);
  const code = await id.mailedCode(email);
  const rows = await id.t.system.database.unitOfWork(viewer.tenantId, async (unit) => [
    (await sql`select * from password_reset`.execute(unit.sql)).rows,
    (await sql`select payload from outbox_entry`.execute(unit.sql)).rows,
  ]);
  expect(JSON.stringify(rows)).toContain('mailId');
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(rows[1])).not.toContain(email);
});

test.each(['', 'x', 'A'.repeat(54), 'A'.repeat(100_000), '\u0000'.repeat(54)])(
  'a code that is none (%#) is refused alike',
  async (code) => {
    expect(codeOf(await reset(code, NEW))).toBe('RESET_REFUSED');
  },
);
