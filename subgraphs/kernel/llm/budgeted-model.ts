import type { UsageMeter } from '../limits/usage-meter.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { LanguageModel, ModelReply } from './language-model.ts';

/** Counts what a tenant's questions take, and asks nothing once its plan has no tokens left. @param limited whether the plan's quota holds */
export function budgetedModel(model: LanguageModel, usage: UsageMeter, tenantId: string, limited: boolean): LanguageModel {
  return {
    async ask(question): Promise<ModelReply> {
      if (limited && !(await hasTokens(usage, tenantId)))
        return { kind: 'FAILED', failure: 'OVER_BUDGET', model: null, tokens: 0, outputTokens: 0 };
      const reply = await model.ask(question);
      if (reply.tokens > 0) usage.count(tenantId, 'TOKENS', reply.tokens);
      return reply;
    },
  };
}

async function hasTokens(usage: UsageMeter, tenantId: string): Promise<boolean> {
  try {
    await usage.admit(tenantId, 'TOKENS');
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
