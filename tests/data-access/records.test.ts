import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { as, rulesAlone, saveMask, saveRowRule } from './rules.testkit.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { ontologyEntities } from '../../subgraphs/ontology/entities.ts';
import { createOntology } from '../../subgraphs/ontology/index.ts';
import type { TestTable } from '../../subgraphs/ontology/matching/discovered.testkit.ts';
import { FakeConnection, until } from '../../subgraphs/ontology/ontology.testkit.ts';

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

const shops: TestTable = {
  name: 'shops',
  columns: ['shop', 'district'],
  key: 'shop',
  rows: [
    ['Quay Street', 'Harbour'],
    ['Mill Lane', 'Uplands'],
  ],
};
const staff: TestTable = {
  name: 'staff_members',
  columns: ['staff_member', 'contact_email', 'monthly_wage', 'shop'],
  key: 'staff_member',
  references: { shop: 'shops.shop' },
  rows: [
    ['Una Frost', 'una@bakery.example', '3100', 'Quay Street'],
    ['Olaf Reed', 'olaf@bakery.example', '4700', 'Mill Lane'],
    ['Pia Sand', 'pia@bakery.example', '2900', 'Mill Lane'],
  ],
};

let t: TestSystem;
let owner: UserViewer;
/** Name of the entity type that staff became, and of its relation and attributes by column. */
let type: { staff: string; shops: string; wage: string; email: string; district: string };

async function ask(viewer: UserViewer, text: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await t.graph('ontology', text, variables, viewer);
  expect(errors).toBeUndefined();
  return data;
}

const RECORDS = `query ($type: String!) { entityType(name: $type) { recordCount limitedBy attributes { name mask mappings { column evidence } }
  relations { name resolvedCount unresolvedCount nearMatches { value } } again: recordCount
  records { totalCount nodes { id title values masked lineage { sourceKey } entityType { name } } } } }`;

beforeAll(async () => {
  t = await startTestSystem([rulesAlone, { create: createOntology, entities: ontologyEntities }]);
  owner = await t.newTenant();
  await new FakeConnection(t, owner, 'bakery').sync([shops, staff]);
  const { mappingProposals } = await ask(
    owner,
    '{ mappingProposals { nodes { id tables { entityName object { id } fields { column attribute } } } } }',
  );
  const proposal = mappingProposals.nodes[0];
  await ask(owner, 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: proposal.id });
  const tableWith = (column: string): Json =>
    proposal.tables.find((table: Json) => table.fields.some((field: Json) => field.column === column));
  const attributeOf = (column: string): string => tableWith(column).fields.find((field: Json) => field.column === column).attribute;
  type = {
    staff: tableWith('monthly_wage').entityName,
    shops: tableWith('district').entityName,
    wage: attributeOf('monthly_wage'),
    email: attributeOf('contact_email'),
    district: attributeOf('district'),
  };
  await until(
    () => ask(owner, RECORDS, { type: type.staff }),
    ({ entityType }) => entityType?.recordCount === 3,
  );
  await t.settled();
  const uplands = { entityType: type.shops, path: type.district, values: ['Uplands'] };
  await saveRowRule(t, owner, { name: 'Own district', ...uplands, audience: { roles: ['VIEWER'] } });
  await saveMask(t, owner, { name: 'Wages', entityType: type.staff, attribute: type.wage, mode: 'HIDE', audience: { roles: ['ANALYST'] } });
  await saveMask(t, owner, { name: 'Contacts', sensitive: 'EMAIL', mode: 'PARTIAL', audience: { roles: ['ANALYST'] } });
  await saveMask(t, owner, { name: 'Contacts of programs', sensitive: 'EMAIL', mode: 'PSEUDONYM', audience: { roles: ['AGENT'] } });
});
afterAll(() => t[Symbol.asyncDispose]());

describe('row rules', () => {
  test('lists, counts and relations are of what is visible; nothing names what is hidden', async () => {
    const { entityType } = await ask(as(owner, 'VIEWER'), RECORDS, { type: type.staff });
    expect(entityType).toMatchObject({ recordCount: 2, again: 2, limitedBy: ['Own district'], records: { totalCount: 2 } });
    expect(JSON.stringify(entityType)).not.toMatch(/Una|una@|Quay|Harbour|3100/);
    expect(entityType.relations.map((relation: Json) => [relation.resolvedCount, relation.unresolvedCount])).toEqual([[2, 0]]);
    expect(JSON.stringify(entityType.attributes)).not.toMatch(/"evidence":\["/);
    expect((await ask(owner, RECORDS, { type: type.staff })).entityType).toMatchObject({ recordCount: 3, limitedBy: [] });
  });

  test('a hidden record is as if it did not exist: by id, by reference, under an alias, behind a cursor', async () => {
    const all = (await ask(owner, RECORDS, { type: type.staff })).entityType.records.nodes;
    const hidden: string = all.find((record: Json) => record.title === 'Una Frost').id;
    const seen: string = all.find((record: Json) => record.title === 'Pia Sand').id;
    const query = `query ($id: ID!) { record(id: $id) { id values } alias: record(id: $id) { title }
      _entities(representations: [{ __typename: "CanonicalRecord", id: $id }]) { ... on CanonicalRecord { id title values lineage { sourceKey } } } }`;
    const nobody = await ask(as(owner, 'VIEWER'), query, { id: '00000000-0000-4000-8000-000000000000' });
    expect(await ask(as(owner, 'VIEWER'), query, { id: hidden })).toEqual(nobody);
    expect((await ask(as(owner, 'VIEWER'), query, { id: seen })).alias.title).toBe('Pia Sand');
    expect((await ask(owner, query, { id: hidden })).alias.title).toBe('Una Frost');
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Json = await ask(
        as(owner, 'VIEWER'),
        'query ($type: String!, $after: String) { entityType(name: $type) { records(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
        { type: type.staff, after },
      );
      const { nodes, pageInfo } = page.entityType.records;
      pages.push(...nodes.map((record: Json) => record.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(pages).toHaveLength(2);
    expect(pages).not.toContain(hidden);
  });

  test('the shop that is hidden takes its people with it, also for somebody who holds its id', async () => {
    const { entityType } = await ask(as(owner, 'VIEWER'), RECORDS, { type: type.shops });
    expect(entityType.records.nodes.map((record: Json) => record.title)).toEqual(['Mill Lane']);
  });
});

describe('masks', () => {
  test('hidden values are null, parts are parts, and neither key nor title gives them away', async () => {
    const { entityType } = await ask(as(owner, 'ANALYST'), RECORDS, { type: type.staff });
    expect(entityType.recordCount).toBe(3);
    for (const record of entityType.records.nodes) {
      expect(record.values[type.wage]).toBeNull();
      expect(record.values[type.email]).toMatch(/^[uop]\*\*\*@bakery\.example$/);
      expect(record.masked).toEqual([type.email, type.wage].toSorted());
      expect(record.lineage.sourceKey).toBe(record.id);
    }
    expect(JSON.stringify(entityType)).not.toMatch(/3100|4700|2900|una@|olaf@|pia@/);
    const masks = Object.fromEntries(entityType.attributes.map((attribute: Json) => [attribute.name, attribute.mask]));
    expect(masks).toMatchObject({ [type.wage]: 'HIDE', [type.email]: 'PARTIAL' });
  });

  test('pseudonyms are the same each time, and different for different values', async () => {
    const emails = async (): Promise<string[]> =>
      (await ask(as(owner, 'AGENT'), RECORDS, { type: type.staff })).entityType.records.nodes.map(
        (record: Json) => record.values[type.email],
      );
    const once = await emails();
    expect(new Set(once).size).toBe(3);
    expect(once.every((email) => /^~[0-9a-f]{16}$/.test(email))).toBe(true);
    expect(await emails()).toEqual(once);
  });
});
