import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const SAID = 'of sources that count their records themselves';
const CHOSEN = 'a setting of a step that a person chose for a column; here none is chosen. Tried in ontology/transform/transform.test.ts';
const SHEET = 'no file of the story is a sheet of numbers by period; tried in ontology/transform/unpivot.test.ts';

/** What is done to values, what has to hold of records and whether it does, rates, and a job over connections. */
export const quality: Story = {
  name: 'quality',
  async live({ run, canary }) {
    await run('mutation ($rates: [ExchangeRateInput!]!) { setExchangeRates(rates: $rates) { __typename } }', {
      rates: [
        { base: 'EUR', quote: 'USD', day: '2024-01-02', rate: 1.1, source: canary },
        { base: 'NOK', quote: 'USD', day: '2024-01-02', rate: 0.1 },
      ],
    });
    await run('mutation { removeExchangeRate(base: "NOK", quote: "USD", day: "2024-01-02") }');
    const { entityTypes } = await run<{
      entityTypes: { nodes: { name: string; recordCount: number; attributes: { name: string; semantic: string }[] }[] };
    }>('{ entityTypes { nodes { name recordCount attributes { name semantic } } } }');
    const type = entityTypes.nodes.find(({ recordCount }) => recordCount > 0);
    const save = (input: object): Promise<{ saveDataTest: { test: { id: string } } }> =>
      run('mutation ($input: SaveDataTestInput!) { saveDataTest(input: $input) { ... on DataTestSaved { test { id } } } }', { input });
    const name = type?.attributes.find(({ semantic }) => semantic === 'CATEGORY')?.name ?? type?.attributes[0]?.name;
    // Fails: so many records there are not; and no value is told apart in a category.
    await save({ entityType: type?.name, kind: 'VOLUME', minimum: '1000000' });
    await save({ entityType: type?.name, kind: 'UNIQUE', attribute: name, severity: 'CRITICAL' });
    const { saveDataTest } = await save({ entityType: type?.name, kind: 'REQUIRED', attribute: name });
    await run('mutation ($id: ID!) { removeDataTest(id: $id) }', saveDataTest.test);
    await run('mutation ($name: String!) { runDataTests(entityType: $name) { id } }', { name: type?.name });
    const { connections } = await run<{ connections: { nodes: { id: string; name: string }[] } }>(
      '{ connections(first: 100) { nodes { id name } } }',
    );
    const published = connections.nodes.find((each) => each.name === `${canary} sales`)?.id;
    await run('mutation ($ids: [ID!]!) { startMappingJob(connectionIds: $ids, autoAcceptAbove: 1) { __typename } }', { ids: [published] });
    await eventually('the mapping job is over', async () => {
      const { mappingJobs } = await run<{ mappingJobs: { nodes: { status: string }[] } }>('{ mappingJobs { nodes { status } } }');
      return mappingJobs.nodes.every(({ status }) => status !== 'RUNNING');
    });
  },
  recipes: (_who, known) => ({
    'Query.transformPreview.transforms': [[{ kind: 'SPLIT', separator: ' ', part: 1 }]],
    'Query.transformPreview.type': [],
    'Query.controlTotals.connectionId': known.of('Connection.id'),
    'Query.dataTests.entityType': known.of('EntityType.name'),
    'Mutation.runDataTests.entityType': known.of('EntityType.name').slice(0, 2),
    'Mutation.saveDataTest.input': known
      .of('DataTest.id')
      .slice(0, 2)
      .flatMap((id) =>
        known
          .of('EntityType.name')
          .slice(0, 1)
          .map((entityType) => ({ id, entityType, kind: 'VOLUME', minimum: '1' })),
      ),
    'Mutation.removeDataTest.id': known.of('DataTest.id').slice(0, 2),
    'Mutation.startMappingJob.connectionIds': known
      .of('Connection.id')
      .slice(0, 2)
      .map((id) => [id]),
    'Mutation.startMappingJob.autoAcceptAbove': [1],
    'Mutation.cancelMappingJob.id': known.of('MappingJob.id').slice(0, 2),
    'Mutation.resumeMappingJob.id': known.of('MappingJob.id').slice(0, 2),
    'Mutation.setExchangeRates.rates': [[{ base: 'EUR', quote: 'USD', day: '2024-01-03', rate: 1 }]],
    'Mutation.removeExchangeRate.base': ['EUR'],
    'Mutation.removeExchangeRate.quote': ['USD'],
    'Mutation.removeExchangeRate.day': ['2020-01-01'],
  }),
  fleeting: {
    'DataTest.maximum': 'of tests that have one',
    'ColumnTotal.source': SAID,
    'ControlTotal.sourceRecords': SAID,
    'ControlTotal.syncId': 'of totals that a sync was the reason for',
    'ControlTotal.differences': 'where something is missing; tried in ontology/quality',
    'FieldMapping.alternatives': 'of columns that could be something else as well',
    MappingAlternative: 'as FieldMapping.alternatives',
  },
  exempt: {
    TransformStep: CHOSEN,
    TransformCase: CHOSEN,
    TransformInForce: CHOSEN,
    TransformSuggestion: CHOSEN,
    DerivedField: CHOSEN,
    'FieldMapping.transforms': CHOSEN,
    'FieldMapping.suggestedTransforms': CHOSEN,
    'FieldMapping.alsoFeeds': CHOSEN,
    UnpivotSuggestion: SHEET,
    'TableMapping.suggestedUnpivot': SHEET,
    'DataTest.maxAgeHours': 'the story’s days are long past: nothing of it is expected to be fresh',
    'MappedConnection.reason': 'why a mapping was left; here the only one is in force. Tried in ontology/jobs/mapping-job.test.ts',
  },
  restless: {
    'DataTest.lastRunAt': 'tests run with every sync',
    'EntityQuality.changedAt': 'follows from tests, which run with every sync',
  },
};
