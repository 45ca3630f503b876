import type { Operation } from './address.ts';
import type { Example } from './example.ts';
import { LIVE_EXAMPLES } from './examples-live.ts';
import { PLATFORM_EXAMPLES } from './examples-platform.ts';

const PERSONAS = ['CFO', 'CRO', 'COO', 'CTO'] as const;
export type PlaygroundPersona = (typeof PERSONAS)[number];

/** A question each persona could ask of this tenant's data; null where the data answer none. */
export type Questions = Readonly<Record<PlaygroundPersona, string | null>>;

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
    ...PLATFORM_EXAMPLES,
    ...LIVE_EXAMPLES,
  ];
}

/** The tabs of somebody who comes for the first time: a question, a dashboard, the platform, something live. */
export function firstTabs(questions: Questions): Operation[] {
  return [
    question('CFO', questions.CFO ?? USUAL.CFO),
    dashboard('CFO'),
    ...PLATFORM_EXAMPLES.slice(0, 1),
    ...LIVE_EXAMPLES.slice(0, 1),
  ].map(({ query, variables }) => ({
    query,
    variables,
  }));
}
