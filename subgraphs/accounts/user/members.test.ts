import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openIdentity, PASSWORD, SESSION, type Identity, type Opened, type Person } from '../session/identity.testkit.ts';

let id: Identity;
const changes: { userId: string; role: string | null }[] = [];
beforeAll(async () => {
  id = await openIdentity();
  const note = ({ payload }: DomainEvent): void => {
    if ('userId' in payload && 'role' in payload) changes.push({ userId: payload.userId, role: payload.role });
  };
  await id.t.system.events.watch(['accounts.access-changed'], note, new Date());
});
afterAll(() => id[Symbol.asyncDispose]());

type Result = { __typename: string; problems?: { code: string }[] };
const RESULT = '{ __typename ... on InputRefused { problems { code } } }';
const codeOf = ({ problems, __typename }: Result): string => problems?.[0]?.code ?? __typename;
const mutate = async (field: string, who: Person): Promise<string> => codeOf(Object.values(await id.ask<Record<string, Result>>(`mutation { ${field} ${RESULT} }`, {}, who))[0] ?? { __typename: 'none' }); // prettier-ignore
const changeRole = (who: Person, whom: Person, role: string): Promise<string> =>
  mutate(`changeMemberRole(userId: "${whom.viewer.userId}", role: ${role})`, who);
const remove = (who: Person, whom: Person): Promise<string> => mutate(`removeMember(userId: "${whom.viewer.userId}")`, who);
const told = (whom: Person, role: string | null): Promise<void> =>
  eventually('the doors are told', () => changes.some((change) => change.userId === whom.viewer.userId && change.role === role), 1_000);

test('a role is changed at once, and with the next refresh it is in the token', async () => {
  const owner = await id.register();
  const member = await id.join(owner, 'ANALYST');
  expect(member.viewer.role).toBe('ANALYST');
  expect(await changeRole(owner, member, 'OPERATOR')).toBe('User');
  await told(member, 'OPERATOR');
  expect((await id.viewerOf(await id.refresh(member.session.refreshToken ?? ''))).role).toBe('OPERATOR');
});

test('nobody gives, changes or takes a role above their own', async () => {
  const owner = await id.register();
  const [admin, operator] = [await id.join(owner, 'ADMIN'), await id.join(owner, 'OPERATOR')];
  expect(await changeRole(admin, operator, 'OWNER')).toBe('ROLE_ABOVE_OWN');
  expect(await changeRole(admin, owner, 'VIEWER')).toBe('ROLE_ABOVE_OWN');
  expect(await remove(admin, owner)).toBe('ROLE_ABOVE_OWN');
  expect(await mutate('inviteMember(email: "x@example.com", role: OWNER)', admin)).toBe('ROLE_ABOVE_OWN');
  expect(await changeRole(admin, operator, 'AGENT')).toBe('ROLE_NOT_FOR_PEOPLE');
  await expect(changeRole(operator, admin, 'VIEWER')).rejects.toThrow('FORBIDDEN');
  // A token that is older than what happened since allows nothing more.
  expect(await changeRole(owner, admin, 'VIEWER')).toBe('User');
  expect(await changeRole(admin, operator, 'VIEWER')).toBe('ROLE_ABOVE_OWN');
});

test('a tenant keeps an owner, also when two take each other’s place at once', async () => {
  const owner = await id.register();
  expect(await changeRole(owner, owner, 'ADMIN')).toBe('LAST_OWNER');
  expect(await remove(owner, owner)).toBe('LAST_OWNER');
  const second = await id.join(owner, 'OWNER');
  const both = await Promise.all([changeRole(owner, second, 'ADMIN'), changeRole(second, owner, 'ADMIN')]);
  expect(both.toSorted()).toEqual(['ROLE_ABOVE_OWN', 'User']);
});

test('whoever is removed is nobody any more: sessions end, also in the demo company, and the address is free', async () => {
  const owner = await id.register();
  const member = await id.join(owner, 'ADMIN');
  const { createDemoWorkspace } = await id.ask<{ createDemoWorkspace: Opened }>(
    `mutation { createDemoWorkspace { ${SESSION} } }`,
    {},
    member,
  );
  expect(await remove(owner, member)).toBe('MemberRemoved');
  await told(member, null);
  for (const session of [member.session, createDemoWorkspace])
    expect(codeOf(await id.refresh(session.refreshToken ?? ''))).toBe('SESSION_ENDED');
  expect(codeOf(await id.logIn(member.email, PASSWORD))).toBe('CREDENTIALS_REFUSED');
  expect((await id.register({ email: member.email })).viewer.tenantId).not.toBe(owner.viewer.tenantId);
});

test('people of other tenants are as if they were not there', async () => {
  const [mine, theirs] = [await id.register(), await id.register()];
  for (const mutation of [changeRole(mine, theirs, 'VIEWER'), remove(mine, theirs)]) expect(await mutation).toBe('MEMBER_NOT_FOUND');
  expect(await mutate(`removeMember(userId: "${randomUUID()}")`, mine)).toBe('MEMBER_NOT_FOUND');
  expect(await mutate('removeMember(userId: "nonsense")', mine)).toBe('MEMBER_NOT_FOUND');
});

test('an invitation is accepted once, by whoever holds the code, with the role it was made for', async () => {
  const owner = await id.register({ tenantName: 'Analytical Engines' });
  const email = `${randomUUID()}@example.com`;
  expect(await mutate(`inviteMember(email: "${email}", role: VIEWER)`, owner)).toBe('Invitation');
  const code = await id.mailedCode(email);
  expect(await id.ask(`{ invitation(code: "${code}") { tenantName email role } }`)).toEqual({
    invitation: { tenantName: 'Analytical Engines', email, role: 'VIEWER' },
  });
  const accept = async (password = PASSWORD, name = 'Grace'): Promise<Opened> => {
    const mutation = `mutation ($n: String!, $p: String!) { acceptInvitation(code: "${code}", displayName: $n, password: $p) { ${SESSION} } }`;
    return (await id.ask<{ acceptInvitation: Opened }>(mutation, { n: name, p: password })).acceptInvitation;
  };
  expect((await accept('short', 'Gr\u200Bace')).problems.map((problem) => problem.code)).toEqual(['NAME_INVISIBLE', 'PASSWORD_TOO_SHORT']);
  const both = await Promise.all([accept(), accept()]);
  expect(both.map(codeOf).toSorted()).toEqual(['INVITATION_REFUSED', 'Session']);
  expect(both.find((opened) => opened.__typename === 'Session')?.viewer).toMatchObject({ role: 'VIEWER', user: { email } });
  expect(await id.ask(`{ invitation(code: "${code}") { email } }`)).toEqual({ invitation: null });
});

test('an invitation is taken back, replaced by a newer one, and expires', async () => {
  const owner = await id.register();
  const email = `${randomUUID()}@example.com`;
  const invite = async (): Promise<string> => mutate(`inviteMember(email: "${email}", role: VIEWER)`, owner);
  const open = async (): Promise<{ id: string }[]> =>
    (await id.ask<{ tenant: { invitations: { nodes: { id: string }[] } } }>('{ tenant { invitations { nodes { id } } } }', {}, owner))
      .tenant.invitations.nodes;
  await invite();
  const first = await id.mailedCode(email);
  await invite();
  const second = await id.mailedCode(email, 2);
  expect(await id.ask(`{ invitation(code: "${first}") { email } }`)).toEqual({ invitation: null });
  const [listed] = await open();
  const stranger = await id.register();
  expect(await mutate(`revokeInvitation(id: "${listed?.id}")`, stranger)).toBe('INVITATION_NOT_FOUND');
  expect(await mutate(`revokeInvitation(id: "${listed?.id}")`, owner)).toBe('Invitation');
  expect(await id.ask(`{ invitation(code: "${second}") { email } }`)).toEqual({ invitation: null });
  await invite();
  const third = await id.mailedCode(email, 3);
  id.pass(8 * 86_400_000);
  expect(await id.ask(`{ invitation(code: "${third}") { email } }`)).toEqual({ invitation: null });
  expect(await open()).toEqual([]);
});

test('that an address belongs to another tenant is told to whoever can read its mail, not to whoever invites it', async () => {
  const [owner, other] = [await id.register(), await id.register()];
  expect(await mutate(`inviteMember(email: "${other.email}", role: VIEWER)`, owner)).toBe('Invitation');
  const accept = `mutation { acceptInvitation(code: "${await id.mailedCode(other.email)}", displayName: "Eve", password: "${PASSWORD}") { ${SESSION} } }`;
  expect(codeOf((await id.ask<{ acceptInvitation: Opened }>(accept)).acceptInvitation)).toBe('EMAIL_TAKEN');
  expect(await mutate(`inviteMember(email: "${owner.email}", role: VIEWER)`, owner)).toBe('ALREADY_MEMBER');
});

test('a profile has a name that can be read and a persona that permits nothing', async () => {
  const person = await id.register();
  const update = (fields: string): Promise<unknown> =>
    id.ask(
      `mutation { updateProfile(${fields}) { ... on User { displayName persona role } ... on InputRefused { problems { code field } } } }`,
      {},
      person,
    );
  expect(await update('displayName: "  Ａｄａ  Lovelace ", persona: CFO')).toEqual({
    updateProfile: { displayName: 'Ada Lovelace', persona: 'CFO', role: 'OWNER' },
  });
  expect(await update('persona: null')).toEqual({ updateProfile: { displayName: 'Ada Lovelace', persona: null, role: 'OWNER' } });
  expect(await update('displayName: "\\u202EevE"')).toEqual({
    updateProfile: { problems: [{ code: 'NAME_INVISIBLE', field: 'displayName' }] },
  });
});

test('in the demo company one is oneself: password and profile are one’s own, and nobody belongs to it', async () => {
  const owner = await id.register();
  const { createDemoWorkspace } = await id.ask<{ createDemoWorkspace: Opened }>(
    `mutation { createDemoWorkspace { ${SESSION} } }`,
    {},
    owner,
  );
  const there: Person = { ...owner, session: createDemoWorkspace, viewer: await id.viewerOf(createDemoWorkspace) };
  expect(await id.ask('{ viewer { hasPassword secondFactor { since } } }', {}, there)).toEqual({
    viewer: { hasPassword: true, secondFactor: null },
  });
  expect(await mutate('updateProfile(displayName: "Ada L", persona: CRO)', there)).toBe('User');
  expect(await id.ask('{ viewer { user { displayName persona } } }', {}, owner)).toEqual({
    viewer: { user: { displayName: 'Ada L', persona: 'CRO' } },
  });
  expect(await mutate(`changePassword(oldPassword: "${PASSWORD}", newPassword: "blue-kettle-mountain")`, there)).toBe('PasswordChanged');
  expect(codeOf(await id.logIn(owner.email, 'blue-kettle-mountain'))).toBe('Session');
  expect(codeOf(await id.refresh(owner.session.refreshToken ?? ''))).toBe('SESSION_ENDED');
  expect(codeOf(await id.refresh(createDemoWorkspace.refreshToken ?? ''))).toBe('Session');
  expect(await mutate('inviteMember(email: "x@example.com", role: VIEWER)', there)).toBe('DEMO_HAS_NO_PEOPLE');
});

test.each(['аda@example.com', 'ada@exаmple.com', '\u212Aate@example.com', 'ａda@example.com', 'a\u200Bda@example.com'])('%s is no address that anybody registers with', async (email) => {
  await expect(id.register({ email })).rejects.toThrow('EMAIL_NOT_PLAIN');
}); // prettier-ignore
