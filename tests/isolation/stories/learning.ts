import type { Story } from './story.ts';

interface Fields {
  mappingProposals: { nodes: { tables: { fields: { id: string; column: string }[] }[] }[] };
}
const FIELDS = '{ mappingProposals(first: 50) { nodes { tables { fields { id column } } } } }';

/** A policy about mappings, and pairs of fields that somebody knows, one of them for a column that there is. */
export const learning: Story = {
  name: 'learning',
  async live({ run, canary, notes }) {
    await run('mutation ($input: MappingPolicyInput!) { setMappingPolicy(input: $input) { __typename } }', { input: { autoAccept: false, auto: 0.9, review: 0.5 } }); // prettier-ignore
    const { mappingProposals } = await run<Fields>(FIELDS);
    const fields = mappingProposals.nodes.flatMap(({ tables }) => tables.flatMap((table) => table.fields));
    const known = fields[0];
    notes.set('learnt', known?.id ?? '');
    const pairs = [known?.column ?? 'name', `${canary}_column`].map((field) => ({ object: `${canary}_object`, field, entityType: 'Account', attribute: 'name', score: 1 })); // prettier-ignore
    await run('mutation ($pairs: [MappingPairInput!]!) { importMappingPairs(pairs: $pairs) { __typename } }', { pairs });
  },
  recipes: ({ canary, notes }) => ({
    'Query.similarPastMappings.fieldId': [notes.get('learnt') ?? ''],
    'Mutation.importMappingPairs.pairs': [[{ object: `${canary}_object`, field: `${canary}_other`, entityType: 'Account', attribute: 'name', score: 1 }]], // prettier-ignore
    'Mutation.setMappingPolicy.input': [{ autoAccept: false, auto: 0.9, review: 0.5 }],
  }),
  fleeting: {
    'FieldMapping.learned': 'only of columns that are like one decided before; a count, nothing of anybody can be in it',
    'MappingLearning.decisions': 'as FieldMapping.learned',
  },
  last: ['removeMappingPairs'],
};
