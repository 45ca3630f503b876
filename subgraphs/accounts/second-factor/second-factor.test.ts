import { Secret, TOTP } from 'otpauth';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOGGED_IN, openIdentity, PASSWORD, type Identity, type Opened, type Person } from '../session/identity.testkit.ts';

let id: Identity;
beforeAll(async () => {
  id = await openIdentity();
});
afterAll(() => id[Symbol.asyncDispose]());

const REFUSED = '... on InputRefused { problems { code field } }';
type Result = { __typename: string; problems?: { code: string }[]; secret: string; uri: string; recoveryCodes: string[] };
const codeOf = ({ problems, __typename }: Pick<Result, '__typename' | 'problems'>): string => problems?.[0]?.code ?? __typename;

const codeNow = (secret: string): string =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
    timestamp: id.t.system.clock().getTime(),
  });
const run = async (field: string, who: Person): Promise<Result> =>
  Object.values(await id.ask<Record<string, Result>>(`mutation { ${field} }`, {}, who))[0] as Result;
const start = (who: Person, password = PASSWORD): Promise<Result> =>
  run(`startSecondFactor(password: "${password}") { __typename ... on SecondFactorStarted { secret uri } ${REFUSED} }`, who);
const confirm = (who: Person, code: string): Promise<Result> =>
  run(`confirmSecondFactor(code: "${code}") { __typename ... on SecondFactorConfirmed { recoveryCodes } ${REFUSED} }`, who);
const complete = async (challenge: string, code: string): Promise<Opened> =>
  (await id.ask<{ completeSecondFactor: Opened }>(`mutation ($c: String!, $k: String!) { completeSecondFactor(challenge: $c, code: $k) { ${LOGGED_IN} } }`, { c: challenge, k: code })).completeSecondFactor; // prettier-ignore
/** Somebody with an authenticator in force; the code that confirmed it is used. */
async function withFactor(): Promise<{ person: Person; secret: string; recoveryCodes: string[] }> {
  const person = await id.register();
  const { secret } = await start(person);
  const { recoveryCodes } = await confirm(person, codeNow(secret));
  id.pass(31_000);
  return { person, secret, recoveryCodes };
}

test('the password alone opens nothing once a code of the authenticator was shown', async () => {
  const person = await id.register();
  expect(codeOf(await start(person, 'not the password'))).toBe('CREDENTIALS_REFUSED');
  const started = await start(person);
  expect(started.uri).toMatch(new RegExp(`^otpauth://totp/AutonomOS:.*secret=${started.secret}`, 'u'));
  expect((await id.logIn(person.email, PASSWORD)).__typename).toBe('Session');
  expect(codeOf(await confirm(person, '000000'))).toBe('SECOND_FACTOR_REFUSED');
  expect((await confirm(person, codeNow(started.secret))).recoveryCodes).toHaveLength(10);
  const opened = await id.logIn(person.email, PASSWORD);
  expect(opened).toEqual({ __typename: 'SecondFactorRequired', challenge: opened.challenge });
  id.pass(31_000);
  expect((await complete(opened.challenge, codeNow(started.secret))).viewer.user.email).toBe(person.email);
  expect(await id.ask('{ viewer { secondFactor { recoveryCodesLeft } } }', {}, person)).toEqual({
    viewer: { secondFactor: { recoveryCodesLeft: 10 } },
  });
});

test('a code works once, also for two who come at the same moment', async () => {
  const { person, secret } = await withFactor();
  const { challenge } = await id.logIn(person.email, PASSWORD);
  const code = codeNow(secret);
  const both = await Promise.all([complete(challenge, code), complete(challenge, code)]);
  expect(both.map(codeOf).toSorted()).toEqual(['SECOND_FACTOR_REFUSED', 'Session']);
  expect(codeOf(await complete(challenge, code))).toBe('SECOND_FACTOR_REFUSED');
});

test('each recovery code opens the door once, however it is typed', async () => {
  const { person, recoveryCodes } = await withFactor();
  const { challenge } = await id.logIn(person.email, PASSWORD);
  const [first = '', second = ''] = recoveryCodes;
  const all = await Promise.all(Array.from({ length: 5 }, () => complete(challenge, first)));
  expect(all.filter((opened) => opened.__typename === 'Session')).toHaveLength(1);
  expect(codeOf(await complete(challenge, ` ${second.toUpperCase().replaceAll('-', ' ')} `))).toBe('Session');
  expect(await id.ask('{ viewer { secondFactor { recoveryCodesLeft } } }', {}, person)).toEqual({
    viewer: { secondFactor: { recoveryCodesLeft: 8 } },
  });
});

test('guessing codes is slowed like guessing passwords', async () => {
  const { person } = await withFactor();
  const { challenge } = await id.logIn(person.email, PASSWORD);
  const seen: string[] = [];
  for (let i = 0; i < 14; i++) seen.push(codeOf(await complete(challenge, String(100_000 + i))));
  expect(seen.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'SECOND_FACTOR_REFUSED'));
  expect(seen.at(-1)).toBe('TOO_MANY_ATTEMPTS');
});

test('a challenge is good for five minutes, for its account, and for nothing else', async () => {
  const { person, secret } = await withFactor();
  const other = await withFactor();
  const { challenge } = await id.logIn(person.email, PASSWORD);
  expect(codeOf(await complete(challenge, codeNow(other.secret)))).toBe('SECOND_FACTOR_REFUSED');
  for (const hostile of ['', 'x', person.session.token, person.session.refreshToken ?? '', `${challenge}x`])
    expect(codeOf(await complete(hostile, codeNow(secret)))).toBe('CHALLENGE_REFUSED');
  await expect(id.viewerOf({ ...person.session, token: challenge })).rejects.toThrow('aud');
  id.pass(6 * 60_000);
  expect(codeOf(await complete(challenge, codeNow(secret)))).toBe('CHALLENGE_REFUSED');
});

test('it is removed by a code, and a new password does not remove it', async () => {
  const { person, secret } = await withFactor();
  await id.ask('mutation ($e: String!) { requestPasswordReset(email: $e) { __typename } }', { e: person.email });
  const code = await id.mailedCode(person.email);
  const { challenge } = await id.logIn(person.email, PASSWORD);
  await id.ask('mutation ($c: String!) { resetPassword(code: $c, newPassword: "blue-kettle-mountain") { __typename } }', { c: code });
  expect((await id.logIn(person.email, 'blue-kettle-mountain')).__typename).toBe('SecondFactorRequired');
  // What the old password opened is closed with it.
  expect(codeOf(await complete(challenge, codeNow(secret)))).toBe('CHALLENGE_REFUSED');
  const remove = (given: string): Promise<Result> => run(`removeSecondFactor(code: "${given}") { __typename ${REFUSED} }`, person);
  expect(codeOf(await remove('123456'))).toBe('SECOND_FACTOR_REFUSED');
  expect(codeOf(await remove(codeNow(secret)))).toBe('SecondFactorRemoved');
  expect(codeOf(await remove(codeNow(secret)))).toBe('SECOND_FACTOR_OFF');
  expect((await id.logIn(person.email, 'blue-kettle-mountain')).__typename).toBe('Session');
});

test('at rest there is neither the secret nor a code', async () => {
  const { person, secret, recoveryCodes } = await withFactor();
  const rows = await id.t.system.database.unitOfWork(person.viewer.tenantId, async (unit) => [
    (await sql`select * from second_factor`.execute(unit.sql)).rows,
    (await sql`select * from recovery_code`.execute(unit.sql)).rows,
    (await sql`select * from audit_entry`.execute(unit.sql)).rows,
  ]);
  const text = JSON.stringify(rows);
  for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
    expect(text).not.toContain(hidden);
  expect(rows[1]).toHaveLength(10);
});
