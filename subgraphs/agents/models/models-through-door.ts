import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { toMicros } from '../budgets/money.ts';
import type { AskDoor } from '../tools/through-door.ts';
import { ToolFailure } from '../tools/tool.ts';
import { json } from '../workflows/json-schema.ts';
import type { ModelAsker, ModelOutcome, Models, ModelTerms } from './models.ts';

const TERMS = '{ modelProvider { inputPrice outputPrice } }';
const COMPLETE = `mutation CompletePrompt($input: CompletePromptInput!) {
  completePrompt(input: $input) {
    __typename
    ... on PromptCompleted { value tokens cost }
    ... on PromptNotCompleted { trouble why: text tokens cost }
    ... on InputRefused { problems { code message } }
  }
}`;

const price = z.number().min(0).nullable();
const termsSchema = z.object({ modelProvider: z.object({ inputPrice: price, outputPrice: price }).nullable() });
const use = { tokens: z.int().min(0), cost: price };
const replySchema = z.object({
  completePrompt: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('PromptCompleted'), value: json, ...use }),
    z.object({
      __typename: z.literal('PromptNotCompleted'),
      trouble: z.enum(['REFUSED', 'INVALID', 'LATE', 'UNREACHABLE', 'REJECTED', 'OVER_BUDGET']).nullable(),
      why: z.string(),
      ...use,
    }),
    z.object({ __typename: z.literal('InputRefused'), problems: z.array(z.object({ code: z.string(), message: z.string() })).min(1) }),
  ]),
});

const MAX_TENANTS = 1_000;
/** How long a model that was set, removed or priced anew may go unnoticed. */
const KNOWN_MS = 5_000;

/** Reaches the model of each tenant the way agents reach everything: through the graph, as themselves. */
export function modelsThroughDoor(ask: AskDoor): Models {
  const known = new LRUCache<string, { terms: ModelTerms | null }>({ max: MAX_TENANTS, ttl: KNOWN_MS });
  return {
    async terms(asker) {
      const kept = known.get(asker.tenantId);
      if (kept !== undefined) return kept.terms;
      const { data } = await ask({ ...asker, input: null }, { document: TERMS });
      const terms = termsSchema.parse(data).modelProvider;
      known.set(asker.tenantId, { terms });
      return terms;
    },
    async complete(asker, prompt) {
      const question = { document: COMPLETE, variables: { input: { ...prompt } }, key: asker.idempotencyKey };
      const { data, replyLost } = await ask({ ...asker, input: null }, question);
      if (replyLost) throw lost(asker);
      return outcomeOf(replySchema.parse(data).completePrompt);
    },
  };
}

function outcomeOf(reply: z.infer<typeof replySchema>['completePrompt']): ModelOutcome {
  if (reply.__typename === 'InputRefused') {
    const [problem] = reply.problems;
    throw new ToolFailure(problem?.code ?? 'PROMPT_INVALID', problem?.message ?? 'The prompt was refused.');
  }
  const cost = { tokens: reply.tokens, micros: toMicros(reply.cost ?? 0) };
  return reply.__typename === 'PromptCompleted'
    ? { kind: 'WRITTEN', value: reply.value, cost }
    : { kind: 'NOT_WRITTEN', trouble: reply.trouble, text: reply.why, cost };
}

/** It was paid for, and nobody knows what was written; another try is another reply. */
function lost({ path }: ModelAsker): ToolFailure {
  return new ToolFailure('MODEL_REPLY_LOST', `What the language model wrote for ${path} was lost.`, { again: true, doubt: true });
}
