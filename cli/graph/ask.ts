import { z } from 'zod';
import type { GraphClient } from './client.ts';
import {
  answerParts,
  CLARIFICATION_FIELDS,
  clarificationSchema,
  DECLINED_FIELDS,
  declinedSchema,
  type Clarification,
  type Declined,
  type Persona,
} from './asking.ts';
import { DASHBOARD_FIELDS, dashboardSchema, type Dashboard } from './dashboard.ts';

const answerSchema = z.object({
  __typename: z.literal('Answer'),
  id: z.string(),
  question: z.string(),
  readAs: z.string().nullable(),
  text: z.string(),
  verdict: z.object({ answer: z.enum(['YES', 'NO', 'UNCLEAR']), basis: z.string(), text: z.string() }).nullable(),
  label: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  formattedValue: z.string().nullable(),
  ...answerParts,
  series: z.array(z.object({ period: z.string(), start: z.string(), value: z.number().nullable() })),
  breakdown: z.array(z.object({ label: z.string(), value: z.number().nullable(), share: z.number().nullable() })),
  confidence: z.object({
    score: z.number(),
    tier: z.enum(['HIGH', 'MEDIUM', 'LOW']),
    reasons: z.array(z.object({ text: z.string(), effect: z.number() })),
  }),
  plan: z.object({ json: z.record(z.string(), z.unknown()) }).transform(({ json }) => json),
  sql: z.string(),
  lineage: z.array(
    z.object({
      connection: z.object({ id: z.string(), name: z.string() }),
      object: z.object({ id: z.string(), name: z.string(), path: z.string() }),
      columns: z.array(z.string()),
      entity: z.string(),
      attributes: z.array(z.object({ name: z.string(), label: z.string() })),
    }),
  ),
  followUps: z.array(z.string()),
});

export type Answer = z.infer<typeof answerSchema>;

const reply = z.object({ ask: z.discriminatedUnion('__typename', [answerSchema, dashboardSchema, declinedSchema, clarificationSchema]) });

const QUERY = `query Ask($question: String!, $persona: Persona, $after: ID) {
  ask(question: $question, persona: $persona, after: $after) {
    __typename
    ... on Answer {
      id question readAs text verdict { answer basis text } label value unit formattedValue
      delta { absolute relative versus previousValue }
      trend { direction change }
      columns { name label unit type }
      rows truncated
      series { period start value }
      breakdown { label value share }
      confidence { score tier reasons { text effect } }
      plan { json } sql
      lineage { connection { id name } object { id name path } columns entity attributes { name label } }
      followUps
    }
    ... on Dashboard { ${DASHBOARD_FIELDS} }
    ... on Declined { ${DECLINED_FIELDS} }
    ... on Clarification { ${CLARIFICATION_FIELDS} }
  }
}`;

/** What a question comes to. */
export type Asked = Answer | Dashboard | Declined | Clarification;

/**
 * Asks one question in plain English; one about everything gives a dashboard, one that means several things a question back. What cannot be
 * answered comes back as Declined. @param after id of the answer that the question follows
 */
export async function ask(client: GraphClient, question: string, persona: Persona | null, after: string | null = null): Promise<Asked> {
  return (await client.request(QUERY, { question, persona, after }, reply)).ask;
}
