import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDataAccess } from '../../subgraphs/kernel/data-access/data-access.ts';
import { outboxTransport } from '../../subgraphs/kernel/events/outbox-transport.ts';
import { startEventTail } from '../../subgraphs/kernel/events/start-event-tail.ts';
import type { Role, UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { CREATE, everyRow, fill, MODEL } from './company.testkit.ts';
import { as, removeRule, rulesAlone, saveMask, saveRowRule } from './rules.testkit.ts';

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([rulesAlone]);
});
afterAll(() => t[Symbol.asyncDispose]());

async function ask(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await t.graph('accounts', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data;
}

/** A tenant with its data and its owner as a member. */
async function tenantWithData(): Promise<UserViewer> {
  const owner = await t.newTenant();
  const { tenantId } = owner;
  await t.system.database.tenants.define(tenantId, async (db) => {
    for (const statement of CREATE) await sql.raw(statement).execute(db);
  });
  await t.system.database.unitOfWork(tenantId, async (unit) => {
    await sql`insert into tenant (id, name, kind, slug, created_at) values (${tenantId}, 'Acme', 'ORGANISATION', ${tenantId}, now())`.execute(
      unit.sql,
    );
    await unit.asTenant((db) => fill(db as never, everyRow()));
    unit.emit('ontology.published', { proposalId: randomUUID(), connectionId: randomUUID(), decidedBy: null, model: MODEL });
  });
  await join(owner, 'OWNER', owner.userId);
  await t.settled();
  return owner;
}

/** Another member of the tenant. */
async function join(owner: UserViewer, role: Role, userId: string = randomUUID()): Promise<UserViewer> {
  await t.system.database.unitOfWork(owner.tenantId, (unit) =>
    sql`insert into user_account (id, tenant_id, email, display_name, role, created_at)
      values (${userId}, ${owner.tenantId}, ${`${userId}@example.com`}, ${`${role} of Acme`}, ${role}, now())`.execute(unit.sql),
  );
  return as(owner, role, userId);
}

const SET = `mutation ($input: UserAttributesInput!) { setUserAttributes(input: $input) {
  ... on MemberAttributes { groups attributes { name values } } ... on InputRefused { problems { code field } } } }`;
const PREVIEW = `query ($userId: ID!, $rowRule: RowRuleInput, $columnMask: ColumnMaskInput) { dataAccessPreview(userId: $userId, rowRule: $rowRule, columnMask: $columnMask) {
  restricted user { id } types { entityType visible total rowRules masks { attribute mode masks } } } }`;

describe('rules as data', () => {
  test('a manager’s own regions are what they see; the preview says what that comes to, also before it is saved', async () => {
    const owner = await tenantWithData();
    const manager = await join(owner, 'VIEWER');
    const { setUserAttributes } = await ask(owner, SET, {
      input: { userId: manager.userId, groups: ['Sales'], attributes: [{ name: 'Zone', values: ['north', ' East '] }] },
    });
    expect(setUserAttributes).toEqual({ groups: ['Sales'], attributes: [{ name: 'Zone', values: ['north', 'East'] }] });
    const rowRule = { name: 'Own zones', entityType: 'Country', path: 'zone', userAttribute: 'zone', audience: { groups: ['sales'] } };
    const seen = async (who: UserViewer, draft = {}): Promise<Json> =>
      (await ask(owner, PREVIEW, { userId: who.userId, ...draft })).dataAccessPreview;
    expect((await seen(manager)).restricted).toBe(false);
    const drafted = await seen(manager, { rowRule });
    await saveRowRule(t, owner, rowRule);
    expect(await seen(manager)).toEqual(drafted);
    const countries = drafted.types.find((type: Json) => type.entityType === 'Country');
    expect(countries).toMatchObject({ visible: 4, total: 6, rowRules: ['Own zones'] });
    expect(drafted.types.find((type: Json) => type.entityType === 'Employee')).toMatchObject({ visible: 9, total: 9, rowRules: [] });
    expect((await seen(owner)).restricted).toBe(false);
    // Whoever is of the group without a zone sees nothing.
    const nobody = await join(owner, 'ANALYST');
    await ask(owner, SET, { input: { userId: nobody.userId, groups: ['SALES'], attributes: [] } });
    expect((await seen(nobody)).types.find((type: Json) => type.entityType === 'Country').visible).toBe(0);
    const { userAttributes } = await ask(owner, '{ userAttributes { totalCount nodes { groups } } }');
    expect(userAttributes).toEqual({ totalCount: 3, nodes: [{ groups: [] }, { groups: ['Sales'] }, { groups: ['SALES'] }] });
  });

  test('an owner is restricted by rules that name owners, and no others', async () => {
    const owner = await tenantWithData();
    const restricted = async (): Promise<boolean> => (await t.system.dataAccess.of(owner)).restricted;
    await saveMask(t, owner, { name: 'All', sensitive: 'PERSON', mode: 'HIDE', audience: { everybodyBut: true } });
    expect(await restricted()).toBe(false);
    expect((await t.system.dataAccess.of(as(owner, 'AGENT'))).restricted).toBe(true);
    const id = await saveMask(t, owner, { name: 'Owners too', sensitive: 'PERSON', mode: 'HIDE', audience: { roles: ['OWNER'] } });
    expect(await restricted()).toBe(true);
    await removeRule(t, owner, id);
    expect(await restricted()).toBe(false);
  });

  test('what cannot be applied is kept and flagged; what is wrong in itself is refused with its field', async () => {
    const owner = await tenantWithData();
    await saveRowRule(t, owner, { name: 'A', entityType: 'Planet', path: 'zone', values: ['x'], audience: { roles: ['VIEWER'] } });
    await saveRowRule(t, owner, { name: 'B', entityType: 'Account', path: 'country.moon', values: ['x'], audience: { roles: ['VIEWER'] } });
    await saveMask(t, owner, { name: 'C', entityType: 'Account', attribute: 'moon', mode: 'HIDE', audience: { roles: ['VIEWER'] } });
    await saveMask(t, owner, { name: 'D', sensitive: 'SALARY', mode: 'HIDE', audience: { roles: ['VIEWER'] } });
    const { rowRules, columnMasks } = await ask(
      owner,
      '{ rowRules { nodes { name problem } } columnMasks { nodes { name problem changedBy { role } } } }',
    );
    expect(rowRules.nodes.map((rule: Json) => rule.problem)).toEqual([
      expect.stringMatching(/no entity type Planet/),
      expect.stringMatching(/Country has no attribute moon/),
    ]);
    expect(columnMasks.nodes.map((mask: Json) => mask.problem)).toEqual([expect.stringMatching(/Account has no attribute moon/), null]);
    const refused = async (input: object): Promise<string[]> =>
      (
        await ask(owner, 'mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { ... on InputRefused { problems { field } } } }', {
          input,
        })
      ).saveRowRule.problems.map((each: Json) => each.field);
    const rule = { name: 'R', entityType: 'Account', path: 'segment', values: ['x'], audience: { roles: ['VIEWER'] } };
    expect(await refused({ ...rule, name: ' ' })).toEqual(['name']);
    expect(await refused({ ...rule, path: 'a.b.c.d.e' })).toEqual(['path']);
    expect(await refused({ ...rule, path: 'a"; drop table x' })).toEqual(['path']);
    expect(await refused({ ...rule, values: [] })).toEqual(['values']);
    expect(await refused({ ...rule, userAttribute: 'zone' })).toEqual(['values']);
    expect(await refused({ ...rule, audience: {} })).toEqual(['audience']);
    expect(await refused({ ...rule, id: randomUUID() })).toEqual(['id']);
  });

  test('rules of another tenant are not there: not read, not changed, not removed', async () => {
    const [mine, theirs] = [await tenantWithData(), await tenantWithData()];
    const id = await saveRowRule(t, theirs, {
      name: 'Theirs',
      entityType: 'Account',
      path: 'segment',
      values: ['x'],
      audience: { roles: ['OWNER'] },
    });
    const remove = 'mutation ($id: ID!) { removeDataRule(id: $id) { __typename ... on InputRefused { problems { code } } } }';
    expect(await ask(mine, remove, { id })).toEqual(await ask(mine, remove, { id: randomUUID() }));
    expect((await ask(mine, '{ rowRules { totalCount } }')).rowRules.totalCount).toBe(0);
    expect((await ask(mine, PREVIEW, { userId: theirs.userId })).dataAccessPreview).toBeNull();
    const foreign = await ask(mine, SET, { input: { userId: theirs.userId, groups: ['x'], attributes: [] } });
    expect(foreign.setUserAttributes.problems).toEqual([{ code: 'MEMBER_NOT_FOUND', field: 'userId' }]);
    expect((await t.system.dataAccess.of(mine)).restricted).toBe(false);
    expect((await t.system.dataAccess.of(theirs)).restricted).toBe(true);
  });

  test('every change is in the audit trail, before and after', async () => {
    const owner = await tenantWithData();
    const rule = { name: 'First', entityType: 'Account', path: 'segment', values: ['Retail'], audience: { roles: ['VIEWER'] } };
    const id = await saveRowRule(t, owner, rule);
    await saveRowRule(t, owner, { ...rule, id, values: ['Energy'] });
    await removeRule(t, owner, id);
    const { rows } = await t.system.database.unitOfWork(owner.tenantId, (unit) =>
      sql<Json>`select to_jsonb(a) as entry from audit_entry a where a.tenant_id = ${owner.tenantId} order by sequence`.execute(unit.sql),
    );
    const entries = rows.map((row: Json) => JSON.stringify(row.entry)).filter((entry: string) => entry.includes(id));
    expect(entries).toHaveLength(3);
    expect(entries[1]).toMatch(/Retail.*Energy|Energy.*Retail/);
  });

  test('an administrator cannot lift what restricts themselves', async () => {
    const owner = await tenantWithData();
    const admin = await join(owner, 'ADMIN');
    await ask(owner, SET, { input: { userId: admin.userId, groups: ['Sales'], attributes: [{ name: 'zone', values: ['North'] }] } });
    const rule = { name: 'Own zone', entityType: 'Country', path: 'zone', userAttribute: 'zone', audience: { groups: ['Sales'] } };
    const id = await saveRowRule(t, owner, rule);
    const refused = { problems: [expect.objectContaining({ code: 'DATA_RULE_RESTRICTS_YOU' })] };
    const remove = 'mutation ($id: ID!) { removeDataRule(id: $id) { ... on InputRefused { problems { code } } } }';
    expect((await ask(admin, remove, { id })).removeDataRule).toEqual(refused);
    const save = 'mutation ($input: RowRuleInput!) { saveRowRule(input: $input) { ... on InputRefused { problems { code } } } }';
    expect((await ask(admin, save, { input: { ...rule, id, audience: { roles: ['VIEWER'] } } })).saveRowRule).toEqual(refused);
    expect((await ask(admin, SET, { input: { userId: admin.userId, groups: [], attributes: [] } })).setUserAttributes).toEqual(refused);
    expect((await t.system.dataAccess.of(admin)).restricted).toBe(true);
    // Rules for others are theirs to decide.
    await removeRule(t, admin, await saveMask(t, admin, { name: 'M', sensitive: 'PHONE', mode: 'HIDE', audience: { roles: ['VIEWER'] } }));
  });

  test('only owners and administrators decide', async () => {
    const owner = await tenantWithData();
    for (const role of ['OPERATOR', 'ANALYST', 'VIEWER', 'AGENT'] as const) {
      const { errors } = await t.graph('accounts', '{ rowRules { totalCount } }', {}, as(owner, role));
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });
});

describe('rules in memory', () => {
  test('another process honours a change as soon as it is told; what nobody has rules for costs one look', async () => {
    const owner = await tenantWithData();
    const viewer = as(owner, 'VIEWER');
    // It follows the log by looking into the outbox, as processes without Redis do.
    const { database, logger } = t.system;
    const transport = outboxTransport();
    const events = await startEventTail({ database, transport, logger });
    const other = createDataAccess({ database, events });
    expect(other.known(viewer)).toBeNull();
    expect((await other.of(viewer)).key).toBe('open');
    expect(other.known(viewer)).toBe('open');
    const id = await saveMask(t, owner, { name: 'People', sensitive: 'PERSON', mode: 'HIDE', audience: { roles: ['VIEWER'] } });
    await eventually('the other process knows', async () => (await other.of(viewer)).restricted);
    const masked = (await other.of(viewer)).key;
    expect(other.known(viewer)).toBe(masked);
    expect(masked).not.toBe('open');
    expect((await other.of(as(owner, 'ANALYST'))).key).toBe('open');
    await removeRule(t, owner, id);
    await eventually('the other process knows', async () => !(await other.of(viewer)).restricted);
    other.close();
    await events.close();
    await transport.close();
  });

  test('rules that cannot be read let nothing through', async () => {
    const owner = await tenantWithData();
    await saveMask(t, owner, { name: 'People', sensitive: 'PERSON', mode: 'HIDE', audience: { roles: ['VIEWER'] } });
    await t.system.database.unitOfWork(owner.tenantId, (unit) =>
      sql`update data_column_mask set audience = '{"roles": 7}'`.execute(unit.sql),
    );
    t.system.dataAccess.forget(owner.tenantId);
    await expect(t.system.dataAccess.of(as(owner, 'ANALYST'))).rejects.toThrowError(
      expect.objectContaining({ code: 'DATA_RULES_UNREADABLE' }),
    );
    expect(t.system.dataAccess.known(as(owner, 'ANALYST'))).toBeNull();
  });
});
