import { z } from 'zod';
import type { Json } from '../../workflows/json.ts';
import { type Tool, ToolFailure } from '../../tools/tool.ts';
import type { AskDoor } from '../../tools/through-door.ts';

const PROBLEMS = '... on InputRefused { problems { code message } }';
const replySchema = z.record(z.string(), z.unknown());
const refusedSchema = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string() })).min(1) });

interface Effect {
  name: string;
  title: string;
  description: string;
  complexity: 3 | 4;
  input: z.ZodType<Record<string, string>>;
  /** A mutation whose variables are the input. */
  document: string;
  intent: string;
}

const EFFECTS: readonly Effect[] = [
  {
    name: 'dataops.replay-quarantine',
    title: 'Try quarantined records again',
    description: 'Reads the records of a source object again that were set aside, with the mapping as it is now.',
    complexity: 3,
    input: z.strictObject({ objectId: z.uuid() }),
    document: `mutation ($objectId: ID!) { reply: replayQuarantine(objectId: $objectId) { __typename ... on QuarantineReplayed { run { id } } ${PROBLEMS} } }`,
    intent: 'Try the records of a source object again that were set aside',
  },
  {
    name: 'dataops.sync-connection',
    title: 'Sync a connection',
    description: 'Reads a connected source again, as far as it has changed.',
    complexity: 3,
    input: z.strictObject({ connectionId: z.uuid() }),
    document: 'mutation ($connectionId: ID!) { reply: syncConnection(id: $connectionId, complete: false) { sync { id } } }',
    intent: 'Sync a connection again',
  },
  {
    name: 'secops.revoke-key',
    title: 'Revoke an API key',
    description: 'Ends an API key for good: whatever uses it is refused from then on.',
    complexity: 4,
    input: z.strictObject({ keyId: z.uuid() }),
    document: 'mutation ($keyId: ID!) { reply: revokeApiKey(id: $keyId) }',
    intent: 'Revoke an API key for good',
  },
];

/** What pilots can do in the product beside opening tickets: each one mutation, carried out once for each key. */
export function effectTools(door: AskDoor): readonly Tool[] {
  return EFFECTS.map(({ name, title, description, complexity, input, document, intent }): Tool => ({
    name,
    title,
    description,
    complexity,
    input,
    schema: z.toJSONSchema(input),
    effect: 'KEYED',
    describe: () => ({ intent, touches: 1 }),
    call: async (call) => {
      const { data } = await door(call, { document, variables: input.parse(call.input), key: call.idempotencyKey });
      const reply = data?.['reply'] ?? null;
      const refused = refusedSchema.safeParse(reply).data?.problems[0];
      if (refused !== undefined) throw new ToolFailure(refused.code, refused.message);
      const shown = replySchema.safeParse(reply).data ?? { done: true };
      return { output: JSON.parse(JSON.stringify(shown)) as Json };
    },
  }));
}
