import { z } from 'zod';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import type { AskDoor } from '../through-door.ts';
import { ToolFailure, type Tool } from '../tool.ts';

const input = z.strictObject({
  question: z.string().trim().min(1).max(1_000).describe('As a person would ask it: “revenue by region last quarter”.'),
  persona: z.enum(['CFO', 'CRO', 'COO', 'CTO']).optional().describe('Through whose eyes.'),
});

const QUESTION = `query AskInsights($question: String!, $persona: Persona) {
  ask(question: $question, persona: $persona) {
    __typename
    ... on Answer { id text label value unit formattedValue confidence { score tier } columns { name } rows limitedBy }
    ... on Declined { reason declinedBecause: text }
    ... on Clarification { unclearBecause: text }
  }
}`;

const replySchema = z.object({ ask: z.looseObject({ __typename: z.string() }) });

/** Asks the company's data a question, and gives the answer with what it is worth. */
export function askInsightsTool(ask: AskDoor): Tool {
  return defineTool({
    name: 'ask-insights',
    title: 'Ask insights',
    description: 'Asks the unified data a question in plain words. Gives text, value, rows and confidence.',
    complexity: 1,
    effect: 'READ',
    input,
    describe: ({ question }) => ({ intent: `Ask “${question}”.`, touches: null }),
    async call({ question, persona }, call) {
      const { data } = await ask(call, { document: QUESTION, variables: { question, persona: persona ?? null } });
      const { __typename: kind, ...answer } = replySchema.parse(data).ask;
      if (kind !== 'Answer')
        throw new ToolFailure('QUESTION_NOT_ANSWERED', textOf(answer) ?? 'The question could not be answered from the data.');
      return { output: json.parse(answer) };
    },
  });
}

function textOf(reply: Record<string, unknown>): string | null {
  return [reply['declinedBecause'], reply['unclearBecause']].find((text) => typeof text === 'string') ?? null;
}
