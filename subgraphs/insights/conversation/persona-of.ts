import type { Interpretation } from '../compose/attempt.ts';
import type { Whole } from '../answer/knowledge.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

/** Somebody's office, said in the question. */
const OFFICES: readonly (readonly [PersonaName, RegExp])[] = [
  ['CFO', /\b(?:cfo|finance (?:chief|team|lead)|financial officer|controller|treasurer|accountant)\b/i],
  ['CRO', /\b(?:cro|revenue officer|head of sales|sales (?:lead|team|director|manager)|vp of sales|account (?:manager|executive)s?)\b/i],
  ['COO', /\b(?:coo|operating officer|head of (?:operations|support)|operations (?:lead|team)|support (?:lead|team))\b/i],
  ['CTO', /\b(?:cto|technology officer|head of engineering|engineering (?:lead|team)|cio|it (?:lead|team)|devops|sre)\b/i],
];
/** What each of them is held to account for. */
const CONCERNS: readonly (readonly [PersonaName, RegExp])[] = [
  [
    'CFO',
    /\b(?:revenue|costs?|spend(?:ing)?|overspend(?:ing)?|expens\w*|budgets?|margins?|profit\w*|ebitda?|cash|burn|runway|invoices?|receivables?|payables?|dso|tax(?:es)?|payroll|forecast|mrr|arr|liquidity|debt|balance|financ\w*|money|opex|capex|cogs|risk)\b/gi,
  ],
  [
    'CRO',
    /\b(?:pipeline|deals?|opportunit\w*|opps?|win rate|wins?|won|lost|quota|leads?|prospects?|bookings?|accounts?|customers?|clients?|churn\w*|renewals?|retention|nrr|grr|upsell\w*|cac|ltv|sales (?:cycle|reps?|velocity)|reps?|territor\w*|campaigns?|conversion\w*)\b/gi,
  ],
  [
    'COO',
    /\b(?:usage|health|slas?|service levels?|incidents?|tickets?|support|csat|nps|satisfaction|resolution|response times?|backlog|utili[sz]ation|headcount|hiring|attrition|inventory|stock|deliver\w*|shipments?|throughput|capacity|operations|orders?)\b/gi,
  ],
  [
    'CTO',
    /\b(?:assets?|cloud|infrastructure|servers?|services|tech(?:nical)? debt|security|vulnerabilit\w*|uptime|downtime|latency|deploy\w*|mttr|alerts?|monitor\w*|shadow it|software|applications?|apps|clusters?|databases?|apis?|engineering|releases?|patch\w*)\b/gi,
  ],
];
const BY_OFFICE = 10;
const BY_METRIC = 1.5;
const BY_WORD = 1;

/**
 * Through whose eyes a question is asked when nobody says it: an office that it names, else what the metric and the words are about. Null
 * where nothing points to anybody. @param reading how the question was read, when it was
 */
export function personaOf(question: string, knowledge: Pick<Whole, 'metrics'>, reading: Interpretation | null): PersonaName | null {
  const scores = new Map<PersonaName, number>();
  const add = (persona: PersonaName, score: number): void => void scores.set(persona, (scores.get(persona) ?? 0) + score);
  for (const [persona, pattern] of OFFICES) if (pattern.test(question)) add(persona, BY_OFFICE);
  for (const [persona, pattern] of CONCERNS) add(persona, (question.match(pattern)?.length ?? 0) * BY_WORD);
  for (const { metric } of reading?.plan.measures ?? []) {
    const personas = (metric === null ? undefined : knowledge.metrics.get(metric)?.definition.personas) ?? [];
    personas.forEach((persona, rank) => add(persona, BY_METRIC / (rank + 1)));
  }
  const [best] = [...scores].filter(([, score]) => score > 0).toSorted((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
