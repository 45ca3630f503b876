import type { Example } from './example.ts';

const LIVE = 'Live';

/** Subscriptions to follow. */
export const LIVE_EXAMPLES: readonly Example[] = [
  {
    group: LIVE,
    title: 'What happens in the workspace',
    query: `# A subscription: run it, then connect or sync something in another tab.
subscription TenantFeed {
  tenantFeed {
    at
    severity
    title
    detail
    cursor
  }
}
`,
    variables: null,
  },
  {
    group: LIVE,
    title: 'Records on their way',
    query: `# Rates and lag of every stage, told when something moves, every two seconds at most.
subscription Flow {
  flowChanged {
    at
    flow(minutes: 10) {
      stages { stage ratePerMinute inFlight lagSeconds }
    }
  }
}
`,
    variables: null,
  },
  {
    group: LIVE,
    title: 'Records of one kind that change',
    query: `# How many records of an entity type changed, from now on or after a cursor.
subscription Changed($entityType: String!) {
  canonicalChanged(entityType: $entityType) {
    at
    changed
    removed
    cursor
  }
}
`,
    variables: JSON.stringify({ entityType: 'Account' }, null, 2),
  },
  {
    group: LIVE,
    title: 'Metrics whose data changed',
    query: `# Told when the data behind metrics have changed: the moment to ask again.
subscription MetricsChanged {
  metricChanged {
    at
    metrics { name label }
  }
}
`,
    variables: null,
  },
];
