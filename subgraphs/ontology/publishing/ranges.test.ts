import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection, until } from '../ontology.testkit.ts';
import { RANGE_ROWS } from './materialise-sql.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const GONE = 7;
const gates: TestTable = { name: 'gates', columns: ['gate', 'hall'], key: 'gate', rows: [['G1', 'North'], ['G2', 'South']] }; // prettier-ignore
const passages = (count: number): TestTable => ({
  name: 'passages',
  columns: ['passage_no', 'gate'],
  key: 'passage_no',
  references: { gate: 'gates.gate' },
  rows: Array.from({ length: count }, (_, i) => [String(i), i % 2 === 0 ? 'G1' : 'g2']),
});

test('more rows than one statement goes over are all linked, and all that are gone are deleted', async () => {
  const viewer = await t.newTenant();
  const source = new FakeConnection(t, viewer, 'turnstiles');
  const query = async <T>(text: string, variables = {}): Promise<T> => (await t.graph('ontology', text, variables, viewer)).data as T;
  const state = () =>
    query<{ entityType: { recordCount: number; relations: { resolvedCount: number }[] } | null }>(
      '{ entityType(name: "Passage") { recordCount relations { resolvedCount } } }',
    );
  await source.sync([gates, passages(RANGE_ROWS + GONE)]);
  const { mappingProposals } = await query<{ mappingProposals: { nodes: { id: string }[] } }>('{ mappingProposals { nodes { id } } }');
  await query('mutation ($i: AcceptMappingInput!) { acceptMapping(input: $i) { __typename } }', {
    i: { proposalId: mappingProposals.nodes[0]?.id },
  });
  const all = await until(state, ({ entityType }) => entityType?.relations[0]?.resolvedCount === RANGE_ROWS + GONE);
  expect(all.entityType?.recordCount).toBe(RANGE_ROWS + GONE);
  await source.sync([gates, passages(RANGE_ROWS)]);
  expect((await state()).entityType).toEqual({ recordCount: RANGE_ROWS, relations: [{ resolvedCount: RANGE_ROWS }] });
}, 60_000);
