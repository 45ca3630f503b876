import type { Story } from './story.ts';

const SAVE = 'mutation ($input: SaveOperationInput!) { saveOperation(input: $input) { ... on OperationSaved { operation { id } } } }';
const DOCUMENT = 'query Kept { tenant { name } }';

/** GraphQL operations that somebody keeps for themselves, and for the company. */
export const savedOperations: Story = {
  name: 'saved operations',
  async live({ canary, run, notes }) {
    for (const name of ['kept', 'changed', 'doomed', 'gone']) {
      const input = {
        name: `${canary} ${name}`,
        document: `${DOCUMENT} # ${canary}`,
        variables: { about: canary },
        persona: 'CTO',
        shared: name === 'changed',
      };
      const { saveOperation } = await run<{ saveOperation: { operation: { id: string } } }>(SAVE, { input });
      notes.set(`operation ${name}`, saveOperation.operation.id);
    }
    await run('mutation ($id: ID!) { removeOperation(id: $id) { __typename } }', { id: notes.get('operation gone') });
  },
  recipes: ({ canary, notes }) => ({
    'SaveOperationInput.id': [notes.get('operation changed') ?? ''],
    'SaveOperationInput.name': [`${canary} saved again`],
    'SaveOperationInput.document': [DOCUMENT],
    'SaveOperationInput.shared': [true],
    'Mutation.removeOperation.id': [notes.get('operation doomed') ?? ''],
  }),
};
