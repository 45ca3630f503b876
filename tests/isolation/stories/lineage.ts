import type { Story } from './story.ts';

/** Where numbers come from, and what changes: both follow from the sources. */
export const lineage: Story = {
  name: 'lineage',
  live: () => Promise.resolve(),
  recipes: ({ canary }, known) => ({
    'Query.lineage.of': [
      ...known.of('Connection.id').map((id) => ({ kind: 'CONNECTION', id })),
      ...known.of('Metric.name').map((id) => ({ kind: 'METRIC', id })),
      ...known.of('CanonicalRecord.id').flatMap((id) => ['name', 'amount'].map((name) => ({ kind: 'VALUE', id: `${id}:${name}` }))),
      ...known.of('SourceObject.id').flatMap((id) => ['A1', 'O1', canary].map((key) => ({ kind: 'RECORD', id: `${id}:${key}` }))),
    ],
    'Query.recordChanges.entityType': known.of('EntityType.name'),
    'Query.recordChanges.filter': [[], [{ attribute: 'name', values: [canary] }]],
    'Subscription.canonicalChanged.entityType': known.of('EntityType.name').slice(0, 2),
    'Subscription.canonicalChanged.after': known.of('CanonicalChange.cursor').slice(0, 2),
  }),
};
