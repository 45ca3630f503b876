import { OperationTypeNode } from 'graphql';
import { z } from 'zod';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import type { AskDoor } from '../through-door.ts';
import type { Tool } from '../tool.ts';
import { readOperation, takesAway } from './operation.ts';
import { refuse } from './refused.ts';

const variables = z.record(z.string(), json).default({}).describe('Values of the operation’s variables, by name.');
const queryInput = z.strictObject({
  query: z
    .string()
    .refine((text) => readOperation(text)?.kind === OperationTypeNode.QUERY, 'expected one query')
    .describe('One query of the graph.'),
  variables,
});
const mutationInput = z.strictObject({
  mutation: z
    .string()
    .refine((text) => readOperation(text)?.kind === OperationTypeNode.MUTATION, 'expected one mutation')
    .refine((text) => readOperation(text)?.fields.includes(PAID) !== true, 'a language model is asked by a step for it, which is paid for')
    .describe('One mutation of the graph.'),
  variables,
});
/** Costs money that a mutation sets nothing aside for. */
const PAID = 'completePrompt';

/** Reads and changes what the graph has, with the rights of agents. */
export function graphTools(ask: AskDoor): readonly Tool[] {
  return [
    defineTool({
      name: 'graph.query',
      title: 'Read from the graph',
      description: 'Asks the company’s graph: assets, connections, records, metrics, answers, runs. Changes nothing.',
      complexity: 1,
      effect: 'READ',
      input: queryInput,
      describe: ({ query }) => ({ intent: `Read ${fieldsOf(query).join(', ')}.`, touches: null }),
      async call({ query, variables: values }, call) {
        const { data } = await ask(call, { document: query, variables: values });
        return { output: json.parse(data) };
      },
    }),
    defineTool({
      name: 'graph.mutate',
      title: 'Change something in the graph',
      description: 'Carries out one mutation of the graph, once, as far as agents may. Gives its reply as `data`.',
      complexity: 4,
      effect: 'KEYED',
      input: mutationInput,
      complexityOf: ({ mutation }) => (fieldsOf(mutation).some((field) => takesAway(field)) ? 4 : 3),
      describe: ({ mutation, variables: values }) => ({ intent: intentOf(mutation, values), touches: null }),
      async call({ mutation, variables: values }, call) {
        const { data, replyLost } = await ask(call, { document: mutation, variables: values, key: call.idempotencyKey });
        refuse(data);
        return { output: json.parse({ data, replyLost }) };
      },
    }),
  ];
}

function fieldsOf(document: string): readonly string[] {
  return readOperation(document)?.fields ?? [];
}

const MAX_SHOWN_CHARACTERS = 300;

function intentOf(mutation: string, values: Readonly<Record<string, unknown>>): string {
  const shown = JSON.stringify(values);
  const given = shown === '{}' ? '' : ` with ${shown.length > MAX_SHOWN_CHARACTERS ? `${shown.slice(0, MAX_SHOWN_CHARACTERS)} …` : shown}`;
  return `Carry out ${fieldsOf(mutation).join(', ')}${given}.`;
}
