import { z } from 'zod';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import type { AskDoor } from '../through-door.ts';
import type { Tool } from '../tool.ts';
import { refuse } from './refused.ts';

const MAX_CHANGES = 200;
const target = z.string().trim().min(1).max(200);
const change = z.strictObject({
  tableId: z.uuid().describe('The table mapping it is about (`MappingProposal.tables`).'),
  fieldId: z.uuid().nullish().describe('The field mapping it is about; left out: the table itself.'),
  entityName: target.nullish().describe('The entity type the table is to become.'),
  attribute: target.nullish().describe('The attribute the column is to become.'),
  leaveOut: z.boolean().nullish().describe('Whether the column is to feed nothing.'),
});
const input = z.strictObject({
  proposalId: z.uuid().describe('The proposal; it has to wait for a decision.'),
  changes: z.array(change).min(1).max(MAX_CHANGES).describe('What is proposed otherwise.'),
});
const MUTATION = `mutation ($input: ReviseMappingInput!) { reply: reviseMapping(input: $input) {
  __typename ... on MappingRevised { proposal { id status } } ... on InputRefused { problems { code message } } } }`;

/** Proposes how columns of a source become attributes, in the place of what the matcher proposed. Whoever decides about the mapping decides about that. */
export function proposeMappingTool(ask: AskDoor): Tool {
  return defineTool({
    name: 'propose-mapping',
    title: 'Propose a mapping',
    description:
      'Changes what a mapping proposes that waits for a decision: other entity types for tables, other attributes for columns, or none. A person accepts it.',
    complexity: 3,
    effect: 'KEYED',
    input,
    describe: ({ changes }) => ({
      intent: `Propose ${changes.length === 1 ? 'a column or table' : `${changes.length} columns or tables`} of a mapping otherwise.`,
      touches: changes.length,
    }),
    async call(given, call) {
      const { data, replyLost } = await ask(call, { document: MUTATION, variables: { input: given }, key: call.idempotencyKey });
      refuse(data);
      return { output: json.parse({ proposal: data?.['reply'] ?? null, replyLost }) };
    },
  });
}
