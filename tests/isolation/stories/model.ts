import type { Settler, Story } from './story.ts';

const EDIT = `mutation ($changes: [OntologyChange!]!) { editOntology(changes: $changes) { __typename ... on InputRefused { problems { message } } } }`;
const PUBLISH = `mutation ($note: String) { publishOntology(note: $note) { __typename ... on InputRefused { problems { message } } } }`;
const SAVE = `mutation ($input: SaveEntityViewInput!) { saveEntityView(input: $input) { __typename ... on InputRefused { problems { message } } } }`;

interface Answer {
  readonly __typename: string;
}

/** Carries something out that must not be refused. */
async function done(run: Settler['run'], query: string, variables: object, refused = 'InputRefused'): Promise<void> {
  const [answer] = Object.values(await run<Record<string, Answer>>(query, variables));
  if (answer?.__typename === refused) throw new Error(JSON.stringify(answer));
}

/** The business model is edited, published, gone back on and edited again; a view is saved; a draft is left. */
export const model: Story = {
  name: 'model',
  async live({ run, canary }) {
    const { ontologyVersions } = await run<{ ontologyVersions: { nodes: { version: number }[] } }>(
      '{ ontologyVersions(first: 1) { nodes { version } } }',
    );
    const changes = [
      { kind: 'ADD_ENTITY_TYPE', name: 'Quay', label: `${canary} quay`, description: `${canary} where ships lie`, synonyms: [`${canary} pier`] },
      { kind: 'ADD_ATTRIBUTE', entityType: 'Quay', name: 'depth', type: 'DECIMAL', unit: 'm' },
      { kind: 'ADD_RELATION', entityType: 'Product', name: 'quay', target: 'Quay', description: `${canary} where it is sold` },
      { kind: 'ADD_ATTRIBUTE', entityType: 'Product', name: 'fullName', label: `${canary} name`, expression: `concat(name, ' ${canary}')`, synonyms: [`${canary} title`] },
    ]; // prettier-ignore
    await done(run, EDIT, { changes });
    await done(run, PUBLISH, { note: `${canary} first` });
    const back = `mutation ($version: Int!) { rollBackOntology(version: $version, note: "${canary} back") { __typename } }`;
    await done(run, back, { version: ontologyVersions.nodes[0]?.version });
    await done(run, EDIT, { changes });
    await done(run, PUBLISH, { note: `${canary} again` });
    const input = {
      name: `${canary} view`,
      entityType: 'Product',
      fields: [{ path: 'name' }, { path: 'fullName', name: 'title' }],
      parameters: [{ name: 'named', type: 'TEXT' }],
      filter: [
        { path: 'name', operator: 'CONTAINS', parameter: 'named' },
        { path: 'name', operator: 'NOT_EQUALS', value: `${canary} nothing` },
      ],
      order: [{ path: 'name' }],
    };
    await done(run, SAVE, { input });
    await done(run, SAVE, { input: { ...input, name: `${canary} other view` } });
    // A text turned into a number: the draft has a problem, and stays one.
    const draft = [
      { kind: 'CHANGE_ENTITY_TYPE', entityType: 'Quay', label: `${canary} berth` },
      { kind: 'CHANGE_ATTRIBUTE', entityType: 'Product', attribute: 'name', type: 'INTEGER' },
    ];
    await run(EDIT, { changes: draft });
  },
  notDone: { 'Mutation.publishOntology': 'of a draft, which is discarded before; publishing is part of the story' },
  recipes: ({ canary }, known) => ({
    'Mutation.editOntology.changes': [[{ kind: 'ADD_ENTITY_TYPE', name: 'Depot', label: `${canary} depot` }]],
    'Mutation.rollBackOntology.version': [1],
    'Mutation.saveEntityView.input': [{ name: `${canary} saved`, entityType: 'Product', fields: [{ path: 'name' }] }],
    'Mutation.removeEntityView.id': known.of('EntityView.id').slice(0, 2),
    'EntityView.rows.arguments': [{ named: canary }],
  }),
};
