import { z } from 'zod';
import { answerParts, DECLINED_FIELDS, declinedSchema, type Declined, type Persona } from './asking.ts';
import type { GraphClient } from './client.ts';

const widgetAnswerSchema = z.object({
  __typename: z.literal('Answer'),
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  formattedValue: z.string().nullable(),
  ...answerParts,
  confidence: z.object({ score: z.number(), tier: z.enum(['HIGH', 'MEDIUM', 'LOW']) }),
});

export const dashboardSchema = z.object({
  __typename: z.literal('Dashboard'),
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  persona: z.string().nullable(),
  text: z.string(),
  widgets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['KPI', 'LINE', 'BAR', 'TABLE', 'TEXT']),
      question: z.string(),
      layout: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      operation: z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()), operationName: z.string() }),
      result: z.discriminatedUnion('__typename', [widgetAnswerSchema, z.object({ __typename: z.literal('Declined'), text: z.string() })]),
    }),
  ),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
export type Widget = Dashboard['widgets'][number];

/** What is read of a dashboard, inside `... on Dashboard { }`. */
export const DASHBOARD_FIELDS = `id title sentence persona text
      widgets { id title kind question layout { x y w h } operation { query variables operationName }
        result { __typename
          ... on Answer { text value unit formattedValue delta { absolute relative versus previousValue } trend { direction change }
            columns { name label unit type } rows truncated confidence { score tier } }
          ... on Declined { text } } }`;

const reply = z.object({ generateDashboard: z.discriminatedUnion('__typename', [dashboardSchema, declinedSchema]) });

const QUERY = `query Dashboard($sentence: String!, $persona: Persona) {
  generateDashboard(sentence: $sentence, persona: $persona) {
    __typename
    ... on Dashboard { ${DASHBOARD_FIELDS} }
    ... on Declined { ${DECLINED_FIELDS} }
  }
}`;

/** The dashboard of a sentence with the answers of its widgets. What cannot be made comes back as Declined. */
export async function generateDashboard(client: GraphClient, sentence: string, persona: Persona | null): Promise<Dashboard | Declined> {
  return (await client.request(QUERY, { sentence, persona }, reply)).generateDashboard;
}
