import { z } from 'zod';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import type { AskDoor } from '../through-door.ts';
import type { Tool } from '../tool.ts';
import { refuse } from './refused.ts';

const input = z.strictObject({
  assetId: z.uuid().describe('The asset.'),
  userId: z.uuid().nullable().describe('Who answers for it from now on; null: nobody.'),
});
const MUTATION = `mutation ($assetId: ID!, $userId: ID) { reply: assignOwner(assetId: $assetId, userId: $userId) {
  __typename ... on OwnerAssigned { asset { id owner { id } } } ... on InputRefused { problems { code message } } } }`;

/** Says who answers for an asset. */
export function assignOwnerTool(ask: AskDoor): Tool {
  return defineTool({
    name: 'assign-owner',
    title: 'Give an asset an owner',
    description: 'Says who of the company answers for an asset of the inventory.',
    complexity: 3,
    effect: 'KEYED',
    input,
    describe: ({ userId }) => ({ intent: userId === null ? 'Take the owner of an asset away.' : 'Give an asset an owner.', touches: 1 }),
    async call(given, call) {
      const { data, replyLost } = await ask(call, { document: MUTATION, variables: given, key: call.idempotencyKey });
      refuse(data);
      return { output: json.parse({ assigned: data?.['reply'] ?? null, replyLost }) };
    },
  });
}
