import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

interface Products {
  entityType: { records: { nodes: { id: string }[] }; connections: { id: string }[] };
}
const PRODUCTS = '{ entityType(name: "Product") { records(first: 10) { nodes { id } } connections { id } } }';
const SET = `mutation ($id: ID!, $attribute: String!, $value: String) { overrideValue(recordId: $id, attribute: $attribute, value: $value) {
  __typename ... on InputRefused { problems { code } } } }`;

/** Products become golden records; two are one, and people say what some of their values are. */
export const golden: Story = {
  name: 'golden',
  async live({ run, canary, notes, system }) {
    const policy = { entityType: 'Product', enabled: true, withinSource: 'OFF' };
    await run('mutation ($input: ResolutionPolicyInput!) { setResolutionPolicy(input: $input) { __typename } }', { input: policy });
    await system.settled();
    const { entityType } = await run<Products>(PRODUCTS);
    const [first, second] = entityType.records.nodes;
    await eventually('products can be told what they are', async () => {
      const reply = await run<{ overrideValue: { __typename: string } }>(SET, {
        id: first?.id,
        attribute: 'family',
        value: `${canary} own family`,
      });
      return reply.overrideValue.__typename === 'ValueSet';
    });
    await eventually('two products are one', async () => {
      const merge = 'mutation ($ids: [ID!]!) { mergeRecords(ids: $ids) { __typename } }';
      return (
        (await run<{ mergeRecords: { __typename: string } }>(merge, { ids: [first?.id, second?.id] })).mergeRecords.__typename ===
        'ResolutionDone'
      );
    });
    const { record } = await run<{ record: { id: string } }>('query ($id: ID!) { record(id: $id) { id } }', { id: second?.id });
    notes.set('redirected', (record.id === second?.id ? first?.id : second?.id) ?? '');
    await run(SET, { id: record.id, attribute: 'name', value: `${canary} own name` });
    await run('mutation ($id: ID!) { clearOverride(recordId: $id, attribute: "name") { __typename } }', { id: record.id });
    const input = {
      entityType: 'Product',
      trust: entityType.connections.map(({ id }) => id),
      rules: [{ attribute: 'name', rule: 'LONGEST' }],
    };
    await run('mutation ($input: SurvivorshipInput!) { setSurvivorship(input: $input) { __typename } }', { input });
  },
  recipes: ({ notes, canary }, known) => ({
    'Query.record.id': [...known.of('CanonicalRecord.id'), notes.get('redirected') ?? ''],
    'Query.survivorshipPolicy.entityType': known.of('EntityType.name'),
    'Mutation.overrideValue.recordId': [...known.of('CanonicalRecord.id').slice(0, 3), notes.get('redirected') ?? ''],
    'Mutation.overrideValue.attribute': ['family', 'name'],
    'Mutation.overrideValue.value': [`${canary} says so`],
    'Mutation.clearOverride.recordId': [notes.get('redirected') ?? '', ...known.of('CanonicalRecord.id').slice(0, 3)],
    'Mutation.clearOverride.attribute': ['family'],
    'SurvivorshipInput.entityType': known.of('EntityType.name'),
    'SurvivorshipInput.trust': known.of('Connection.id').map((id) => [id]),
    'SurvivorshipInput.rules': [[{ attribute: 'name', rule: 'TRUST' }]],
  }),
};
