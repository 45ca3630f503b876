import type { Operation } from './address.ts';

const PERSONAS = ['CFO', 'CRO', 'COO', 'CTO'] as const;
export type PlaygroundPersona = (typeof PERSONAS)[number];

/** A question each persona could ask of this tenant's data; null where the data answer none. */
export type Questions = Readonly<Record<PlaygroundPersona, string | null>>;

export interface Example extends Operation {
  title: string;
  group: string;
}

/** What is asked when a tenant has no data yet: the answer then says what is missing. */
const USUAL: Record<PlaygroundPersona, string> = {
  CFO: 'revenue by quarter',
  CRO: 'open pipeline by stage',
  COO: 'open tickets by priority',
  CTO: 'how many assets have no owner',
};

const FOR: Record<PlaygroundPersona, string> = {
  CFO: 'Finance (CFO)',
  CRO: 'Revenue (CRO)',
  COO: 'Operations (COO)',
  CTO: 'Technology (CTO)',
};

/** A persona as operations are named: CFO → Cfo. */
const nameOf = (persona: PlaygroundPersona) => persona.charAt(0) + persona.slice(1).toLowerCase();

const question = (persona: PlaygroundPersona, text: string): Example => ({
  group: FOR[persona],
  title: text,
  query: `# A question of the ${persona}: the answer, how sure it is, and where it comes from.
query ${nameOf(persona)}Question($question: String!) {
  ask(question: $question, persona: ${persona}) {
    __typename
    ... on Answer {
      text
      formattedValue
      confidence { score tier reasons { text effect } }
      breakdown { label value share }
      lineage { connection { name } object { name } entity columns }
      followUps
    }
    ... on Declined {
      reason
      text
      wouldHelp
    }
  }
}
`,
  variables: JSON.stringify({ question: text }, null, 2),
});

const dashboard = (persona: PlaygroundPersona): Example => ({
  group: FOR[persona],
  title: `${persona} dashboard`,
  query: `# A dashboard from one sentence. Every widget carries the operation behind it.
query ${nameOf(persona)}Dashboard($sentence: String!) {
  generateDashboard(sentence: $sentence, persona: ${persona}) {
    __typename
    ... on Dashboard {
      title
      widgets {
        title
        kind
        question
        layout { x y w h }
        result {
          __typename
          ... on Answer { formattedValue text }
          ... on Declined { reason }
        }
      }
    }
    ... on Declined {
      reason
      text
    }
  }
}
`,
  variables: JSON.stringify({ sentence: `${persona} dashboard` }, null, 2),
});

const CONNECTIONS_AND_RUNS: Example = {
  group: 'The platform',
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
};

const TENANT_FEED: Example = {
  group: 'The platform',
  title: 'Live: what happens in the tenant',
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
};

const ONTOLOGY: Example = {
  group: 'The platform',
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
};

/** One question a persona out of those its data answer, each a different one where there are enough. */
export function differentQuestions(samples: Readonly<Record<PlaygroundPersona, readonly string[]>>): Questions {
  const taken = new Set<string>();
  const take = (persona: PlaygroundPersona) => {
    const question = samples[persona].find((each) => !taken.has(each)) ?? samples[persona][0] ?? null;
    if (question !== null) taken.add(question);
    return question;
  };
  return { CFO: take('CFO'), CRO: take('CRO'), COO: take('COO'), CTO: take('CTO') };
}

/** Every example, grouped by who would ask. */
export function examplesFor(questions: Questions): readonly Example[] {
  return [
    ...PERSONAS.flatMap((persona) => [question(persona, questions[persona] ?? USUAL[persona]), dashboard(persona)]),
    CONNECTIONS_AND_RUNS,
    ONTOLOGY,
    TENANT_FEED,
  ];
}

/** The tabs of somebody who comes for the first time: a question, a dashboard, the platform, something live. */
export function firstTabs(questions: Questions): Operation[] {
  return [question('CFO', questions.CFO ?? USUAL.CFO), dashboard('CFO'), CONNECTIONS_AND_RUNS, TENANT_FEED].map(({ query, variables }) => ({
    query,
    variables,
  }));
}
