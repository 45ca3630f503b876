import { streamCursor } from '../../../subgraphs/kernel/events/stream-cursor.ts';
import type { Story } from './story.ts';

/** Where numbers come from, and what changes: both follow from the sources. */
export const lineage: Story = {
  name: 'lineage',
  live: () => Promise.resolve(),
  fleeting: {
    'RecordChange.record': 'of single changes: whole types have none',
    'RecordChange.recordId': 'as RecordChange.record',
  },
  recipes: ({ canary }, known) => ({
    'Query.lineage.of': [
      ...known.of('Connection.id').slice(0, 2).map((id) => ({ kind: 'CONNECTION', id })),
      ...known.of('Metric.name').slice(0, 2).map((id) => ({ kind: 'METRIC', id })),
      ...known.of('CanonicalRecord.id').slice(0, 3).map((id) => ({ kind: 'VALUE', id: `${id}:name` })),
      ...known.of('SourceObject.id').slice(0, 3).flatMap((id) => ['A1', canary].map((key) => ({ kind: 'RECORD', id: `${id}:${key}` }))),
    ], // prettier-ignore
    'Query.recordChanges.entityType': ['Account', 'Product'],
    'Query.recordChanges.filter': [[]],
    'Subscription.canonicalChanged.entityType': ['Product'],
    'Subscription.canonicalChanged.filter': [[]],
    'Subscription.canonicalChanged.after': [streamCursor('canonical:Product', 0)],
  }),
};
