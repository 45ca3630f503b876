import type { Example } from './example.ts';

const OPERATOR = 'Operator';
const PARTNER = 'Partner, program';

/** What those ask who run the product, and programs of others. */
export const PLATFORM_EXAMPLES: readonly Example[] = [
  {
    group: OPERATOR,
    title: 'Connections and runs',
    query: `# Every source, what it holds, and what has run over it.
query ConnectionsAndRuns {
  connections(first: 20) {
    totalCount
    nodes {
      name
      kind
      status
      latestSync { status progress recordsLanded recordsQuarantined startedAt finishedAt }
      objects(first: 10) { totalCount nodes { name } }
    }
  }
  runs(first: 10) {
    nodes {
      title
      status
      startedAt
      finishedAt
      steps { name status detail }
    }
  }
}
`,
    variables: null,
  },
  {
    group: OPERATOR,
    title: 'How well everything runs',
    query: `# The mesh: verdicts, freshness, and how many records a minute pass each stage.
query Health {
  mesh {
    at
    connections { total healthy degraded failing waitingForPerson }
    errorBudgetLeft
  }
  flow(minutes: 60) {
    stages { stage records ratePerMinute inFlight lagSeconds }
  }
}
`,
    variables: null,
  },
  {
    group: OPERATOR,
    title: 'What waits for a person',
    query: `# Approvals with what they are about, and who asked.
query Waiting {
  approvals(status: PENDING, first: 20) {
    totalCount
    nodes { id title intent status requestedAt expiresAt }
  }
}
`,
    variables: null,
  },
  {
    group: PARTNER,
    title: 'What is unified, and from where',
    query: `# Entity types with their records, and the metrics that can be asked about.
query Ontology {
  entityTypes(first: 20) {
    nodes { name label recordCount }
  }
  metrics(first: 20) {
    nodes { name label unit goodDirection definition }
  }
}
`,
    variables: null,
  },
  {
    group: PARTNER,
    title: 'What changed since last time',
    query: `# The change feed: keep the cursor, ask again after it, and nothing is left out or comes twice.
query Changes($entityType: String!, $after: String) {
  recordChanges(entityType: $entityType, after: $after, first: 50) {
    nodes { at kind recordId }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: JSON.stringify({ entityType: 'Account', after: null }, null, 2),
  },
  {
    group: PARTNER,
    title: 'What a key may do',
    query: `# The scopes that a key can be limited to, and which of them you may give.
query Scopes {
  scopes { name description allowed }
}
`,
    variables: null,
  },
];
