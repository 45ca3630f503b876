import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { askInsightsTool } from './ask-insights.ts';

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const call = (input: { question: string }) => ({
  tenantId: randomUUID(),
  agentId: randomUUID(),
  runId: randomUUID(),
  path: 'ask',
  idempotencyKey: 'ask',
  input,
  signal: new AbortController().signal,
});

test('what is asked is there in the graph, and an answer is given on', async () => {
  const tool = askInsightsTool(async (_call, { document }) => {
    expect(validate(schema, parse(document))).toEqual([]);
    return { data: { ask: { __typename: 'Answer', text: 'Three.', value: 3 } }, replyLost: false };
  });
  expect((await tool.call(call({ question: 'how many' }))).output).toEqual({ text: 'Three.', value: 3 });
});

test('a question that is declined is a failure that says why', async () => {
  const declined = { ask: { __typename: 'Declined', reason: 'NO_DATA', declinedBecause: 'There are no such data.' } };
  const tool = askInsightsTool(() => Promise.resolve({ data: declined, replyLost: false }));
  await expect(tool.call(call({ question: 'why' }))).rejects.toMatchObject({
    code: 'QUESTION_NOT_ANSWERED',
    message: 'There are no such data.',
  });
});
