import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { Bakery, type RecordNode } from '../bakery.testkit.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const books = new Bakery(() => t);

test('records are paged by keyset: every record once, in order', async () => {
  const { viewer } = await books.connected();
  await books.publish(viewer);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const {
      entityType,
    }: { entityType: { records: { nodes: RecordNode[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await books.query(
        viewer,
        'query ($a: String) { entityType(name: "Opportunity") { records(first: 2, after: $a) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }',
        { a: after },
      );
    seen.push(...entityType.records.nodes.map((node) => node.id));
    expect(entityType.records.totalCount).toBe(5);
    after = entityType.records.pageInfo.endCursor;
    more = entityType.records.pageInfo.hasNextPage;
  }
  expect(seen).toEqual([...new Set(seen)].toSorted());
  expect(seen).toHaveLength(5);
});

test('another tenant sees nothing of it, by id or by list', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.publish(viewer);
  const [record] = await books.records(viewer, 'Account');
  const stranger = await t.newTenant();
  const seen = await books.query<Record<string, unknown>>(
    stranger,
    'query ($p: ID!, $r: ID!) { mappingProposal(id: $p) { id } record(id: $r) { id } entityTypes { totalCount } entityType(name: "Account") { id } mappingProposals { totalCount } }',
    { p: proposal.id, r: record?.id },
  );
  expect(seen).toEqual({
    mappingProposal: null,
    record: null,
    entityTypes: { totalCount: 0 },
    entityType: null,
    mappingProposals: { totalCount: 0 },
  });
  const refused = await books.query<{ acceptMapping: { problems: { code: string }[] } }>(
    stranger,
    'mutation ($p: ID!) { acceptMapping(input: { proposalId: $p }) { ... on InputRefused { problems { code } } } }',
    { p: proposal.id },
  );
  expect(refused.acceptMapping.problems[0]?.code).toBe('MAPPING_NOT_FOUND');
  expect((await t.graph('ontology', '{ entityTypes { totalCount } }')).errors?.[0]).toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});
