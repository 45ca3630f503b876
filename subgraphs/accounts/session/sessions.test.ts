import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openIdentity, PASSWORD, SESSION, type Identity, type Opened, type Person } from './identity.testkit.ts';
import { GRACE_MS } from './refresh-family.ts';

const DAY_MS = 86_400_000;
const SESSIONS = '{ viewer { sessions { totalCount nodes { id way device address current } } } }';

let id: Identity;
const revoked: string[] = [];
beforeAll(async () => {
  id = await openIdentity();
  const note = ({ payload }: DomainEvent): void => {
    if ('credentialId' in payload && payload.credentialId !== null) revoked.push(payload.credentialId);
  };
  await id.t.system.events.watch(['accounts.credentials-revoked'], note, new Date());
});
afterAll(() => id[Symbol.asyncDispose]());

interface Listed {
  viewer: {
    sessions: { totalCount: number; nodes: { id: string; way: string; device: string; address: string | null; current: boolean }[] };
  };
}
const sessionsOf = async (person: Person): Promise<Listed['viewer']['sessions']> =>
  (await id.ask<Listed>(SESSIONS, {}, person)).viewer.sessions;
const sidOf = (person: Person): string => person.viewer.credential?.id ?? '';
const endedFor = (sid: string): Promise<void> => eventually('the doors are told', () => revoked.includes(sid), 1_000);
const again = async (person: Person): Promise<Person> => {
  const session = await id.logIn(person.email, PASSWORD);
  return { ...person, session, viewer: await id.viewerOf(session) };
};
const count = async (result: Promise<Record<string, { count: number }>>): Promise<number | undefined> =>
  Object.values(await result)[0]?.count;

test('a session goes on by refreshing, under the same id, and each refresh token works once', async () => {
  const person = await id.register();
  const next = await id.refresh(person.session.refreshToken ?? '');
  expect((await id.viewerOf(next)).credential).toEqual(person.viewer.credential);
  const third = await id.refresh(next.refreshToken ?? '');
  expect(new Set([person.session.refreshToken, next.refreshToken, third.refreshToken]).size).toBe(3);
});

test('an old refresh token ends the session at every door, and the latest one with it', async () => {
  const person = await id.register();
  const next = await id.refresh(person.session.refreshToken ?? '');
  const third = await id.refresh(next.refreshToken ?? '');
  expect(await id.refresh(person.session.refreshToken ?? '')).toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });
  expect(await id.refresh(third.refreshToken ?? '')).toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });
  await endedFor(sidOf(person));
});

test('ten windows that refresh at once all go on, with one and the same token', async () => {
  const person = await id.register();
  const all = await Promise.all(Array.from({ length: 10 }, () => id.refresh(person.session.refreshToken ?? '')));
  expect(new Set(all.map(({ refreshToken }) => refreshToken)).size).toBe(1);
  expect((await id.refresh(all[0]?.refreshToken ?? '')).__typename).toBe('Session');
});

test('a token that was exchanged longer ago than a reply may be lost ends the session', async () => {
  const person = await id.register();
  await id.refresh(person.session.refreshToken ?? '');
  id.pass(GRACE_MS + 1_000);
  expect(await id.refresh(person.session.refreshToken ?? '')).toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });
});

test('a session that is not refreshed for 30 days has ended, and none outlives 90', async () => {
  const [idle, busy] = [await id.register(), await id.register()];
  let token = busy.session.refreshToken ?? '';
  for (const days of [25, 25, 25]) {
    id.pass(days * DAY_MS);
    token = (await id.refresh(token)).refreshToken ?? '';
  }
  expect((await id.refresh(token)).__typename).toBe('Session');
  expect((await id.refresh(idle.session.refreshToken ?? '')).problems).toMatchObject([{ code: 'SESSION_ENDED' }]);
  id.pass(16 * DAY_MS);
  expect((await id.refresh(token)).problems).toMatchObject([{ code: 'SESSION_ENDED' }]);
});

test('what is no refresh token of ours gets one and the same refusal', async () => {
  const person = await id.register();
  const own = person.session.refreshToken ?? '';
  const hostile = [
    '',
    'x',
    own.slice(0, -2),
    `${own}A`,
    own.replace('aosr_', 'aosr-'),
    person.session.token,
    `aosr_${'A'.repeat(150)}`,
    'aosr_'.repeat(100_000),
    `${own}\u0000`,
  ];
  const replies = await Promise.all(hostile.map((token) => id.refresh(token)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set([JSON.stringify({ __typename: 'InputRefused', problems: replies[0]?.problems })]),
  );
  expect(replies[0]?.problems).toMatchObject([{ code: 'SESSION_ENDED' }]);
  expect((await id.refresh(own)).__typename).toBe('Session');
});

test('logging out ends this session only; logging out everywhere ends them all, in other workspaces too', async () => {
  const first = await id.register();
  const second = await again(first);
  expect(await count(id.ask('mutation { logOut { count } }', {}, first))).toBe(1);
  await endedFor(sidOf(first));
  expect((await sessionsOf(second)).nodes.map((session) => session.id)).toEqual([sidOf(second)]);
  const demo = await id.ask<{ createDemoWorkspace: Opened }>(`mutation { createDemoWorkspace { ${SESSION} } }`, {}, second);
  const there = await id.viewerOf(demo.createDemoWorkspace);
  expect(await count(id.ask('mutation { logOutEverywhere { count } }', {}, { viewer: there }))).toBe(2);
  for (const session of [second.session, demo.createDemoWorkspace])
    expect((await id.refresh(session.refreshToken ?? '')).problems).toMatchObject([{ code: 'SESSION_ENDED' }]);
  await endedFor(there.credential?.id ?? '');
});

test('people see where they are logged in, and end a session of theirs and nobody else’s', async () => {
  const person = await id.register();
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await id.logIn(person.email, PASSWORD, null, { address: '192.0.2.7', agent });
  const { nodes } = await sessionsOf(person);
  expect(nodes).toMatchObject([
    { way: 'PASSWORD', device: 'Firefox on Linux', address: '192.0.2.7', current: false },
    { way: 'REGISTRATION', current: true },
  ]);
  const revoke = 'mutation ($id: ID!) { revokeSession(id: $id) { __typename ... on InputRefused { problems { code } } } }';
  const stranger = await id.register();
  const foreign = await id.ask(revoke, { id: nodes[0]?.id }, stranger);
  expect(foreign).toEqual(await id.ask(revoke, { id: '00000000-0000-4000-8000-000000000000' }, stranger));
  expect(foreign).toMatchObject({ revokeSession: { problems: [{ code: 'SESSION_NOT_FOUND' }] } });
  expect(await id.ask(revoke, { id: nodes[0]?.id }, person)).toEqual({ revokeSession: { __typename: 'SessionsEnded' } });
  await endedFor(nodes[0]?.id ?? '');
  expect((await sessionsOf(person)).totalCount).toBe(1);
});

test('the local key leaves one session however often it is used, and nobody more than fifty', async () => {
  const open = async (): Promise<Opened> => {
    const query = `mutation ($k: String!) { logInWithLocalKey(key: $k) { ${SESSION} } }`;
    return (await id.ask<{ logInWithLocalKey: Opened }>(query, { k: id.t.system.secrets.ownerKey })).logInWithLocalKey;
  };
  const opened: Opened[] = [];
  for (let i = 0; i < 20; i++) opened.push(await open());
  const viewers = await Promise.all(opened.map((session) => id.viewerOf(session)));
  expect(new Set(viewers.map(({ credential }) => credential?.id)).size).toBe(1);
  expect(opened[0]?.refreshToken).toBeNull();
  const person = await id.register();
  for (let i = 0; i < 52; i++) await again(person);
  const { totalCount } = await sessionsOf({ ...person, viewer: (await again(person)).viewer });
  expect(totalCount).toBe(50);
});

test('at rest there is no token', async () => {
  const person = await id.register();
  const rows = await id.t.system.database.unitOfWork(person.viewer.tenantId, async (unit) =>
    sql`select * from user_session`.execute(unit.sql),
  );
  expect(JSON.stringify(rows.rows)).not.toContain((person.session.refreshToken ?? '').slice(5, 40));
  expect(rows.rows).toHaveLength(1);
});

test('whatever is presented in whatever order, at most one token works at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ pick: fc.nat(), late: fc.boolean() }), { minLength: 1, maxLength: 8 }), async (moves) => {
      const tokens = [(await id.register()).session.refreshToken ?? ''];
      let over = false;
      for (const { pick, late } of moves) {
        if (late) id.pass(GRACE_MS + 1);
        const index = pick % tokens.length;
        const latest = index === tokens.length - 1;
        const reply = await id.refresh(tokens[index] ?? '');
        const repeated = !late && index === tokens.length - 2;
        if (over || !(latest || repeated)) {
          expect(reply.__typename).toBe('InputRefused');
          over = true;
        } else if (latest) tokens.push(reply.refreshToken ?? '');
        else expect(reply.refreshToken).toBe(tokens.at(-1));
      }
    }),
    { numRuns: 15 },
  );
});
