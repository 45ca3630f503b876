import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const answerSchema = z.object({
  __typename: z.literal('Answer'),
  id: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  delta: z.object({ previousValue: z.number() }).nullable(),
  columns: z.array(z.object({ label: z.string(), type: z.string() })),
  rows: z.array(z.array(cell)),
  confidence: z.object({
    score: z.number(),
    tier: z.string(),
    signals: z.array(z.object({ name: z.string(), amount: z.number() })).optional(),
  }),
  verdict: z.object({ verdict: z.string() }).nullish(),
  sql: z.string(),
});
const declined = z.object({ __typename: z.literal('Declined'), reason: z.string(), text: z.string() });
const clarification = z.object({ __typename: z.literal('Clarification'), reason: z.null().optional(), text: z.string() });
const dashboard = z.object({ __typename: z.literal('Dashboard'), reason: z.null().optional(), text: z.null().optional() });
const anyReply = z.discriminatedUnion('__typename', [answerSchema, declined, clarification, dashboard]);

/** What came back for a question. */
export type Reply = z.infer<typeof anyReply>;

const reply = z.object({ ask: anyReply });

/** What of the graph can be asked for here: it grows, and this program also measures older servers. */
export interface Abilities {
  after: boolean;
  verdict: string | null;
  clarification: boolean;
  signals: boolean;
}

const typeReply = z.object({
  type: z.object({ fields: z.array(z.object({ name: z.string(), args: z.array(z.object({ name: z.string() })) })) }).nullable(),
});
const TYPE = 'query ($name: String!) { type: __type(name: $name) { fields { name args { name } } } }';

/** Asks the graph what it can do. */
export async function abilitiesOf(client: GraphClient): Promise<Abilities> {
  const of = async (name: string) => (await client.request(TYPE, { name }, typeReply)).type?.fields ?? [];
  try {
    const [query, answer, clarification] = [await of('Query'), await of('Answer'), await of('Clarification')];
    return {
      after: query.some(({ name, args }) => name === 'ask' && args.some((each) => each.name === 'after')),
      verdict: answer.some(({ name }) => name === 'verdict') ? 'verdict { verdict: answer }' : null,
      clarification: clarification.length > 0,
      signals: (await of('ConfidenceSignal')).length > 0,
    };
  } catch {
    return { after: false, verdict: null, clarification: false, signals: false };
  }
}

/** Asks one question, following others when there were any. */
export async function askGraph(
  client: GraphClient,
  can: Abilities,
  question: string,
  after: string | null,
  persona: string | null,
): Promise<Reply> {
  const follows = can.after && after !== null;
  const query = `query Ask($question: String!, $persona: Persona${follows ? ', $after: ID' : ''}) {
    ask(question: $question, persona: $persona${follows ? ', after: $after' : ''}) {
      __typename
      ... on Answer {
        id text value unit delta { previousValue } columns { label type } rows confidence { score tier ${can.signals ? 'signals { name amount }' : ''} } ${can.verdict ?? ''} sql
      }
      ... on Declined { reason text }
      ${can.clarification ? '... on Clarification { text }' : ''}
    }
  }`;
  return (await client.request(query, { question, persona, ...(follows ? { after } : {}) }, reply)).ask;
}
