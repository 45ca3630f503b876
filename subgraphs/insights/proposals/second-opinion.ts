import { budgetedModel } from '../../kernel/llm/budgeted-model.ts';
import type { ModelFailure } from '../../kernel/llm/language-model.ts';
import { redactText } from '../../kernel/llm/redaction.ts';
import type { System } from '../../kernel/system.ts';
import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { maskedUses } from '../answer/masked-uses.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { checkCandidate } from '../query/checked-plan.ts';
import { differences } from './compare-plans.ts';
import { grounded } from './grounded.ts';
import type { ModelProviderService } from './model-provider.service.ts';
import { FAILURE_WORDS } from './model-words.ts';
import { INSTRUCTIONS, planForm, promptFor } from './plan-prompt.ts';

const MAX_TOKENS = 3_000;

/** A plan that a model proposed and that holds, or why there is none. */
export interface Opinion {
  model: string | null;
  tokens: number;
  milliseconds: number;
  proposed: { plan: QueryPlan; differs: string[]; ours: boolean } | null;
  trouble: ModelFailure | null;
  /** What is wrong with a plan that does not hold. */
  why: string | null;
}

/** Has a language model, where there is one, read the same question. Nothing of it is felt where there is none. */
export class SecondOpinion {
  readonly #system: System;
  readonly #providers: ModelProviderService;

  constructor(system: System, providers: ModelProviderService) {
    this.#system = system;
    this.#providers = providers;
  }

  /** What a model makes of a question; null where none is set up. Never rejects: whatever goes wrong, ours stands alone. */
  async of(
    tenantId: string,
    knowledge: Knowledge,
    { question, today, onText }: { question: string; today: string; onText: (piece: string) => void },
  ): Promise<Opinion | null> {
    const provider = await this.#providers.modelOf(tenantId).catch((error: unknown) => {
      this.#system.logger.warn({ err: error, tenantId }, 'the language model of a company cannot be used');
      return null;
    });
    if (provider === null) return null;
    const began = performance.now();
    const { plan: ours, first } = ourReading(knowledge, question, today);
    const { text, restore } = redactedQuestion(question);
    const model = budgetedModel(provider.model, this.#system.usage, tenantId, provider.origin === 'SERVER');
    const reply = await model.ask({
      instructions: INSTRUCTIONS,
      text: promptFor(knowledge, text, today, first),
      form: planForm(),
      maxTokens: MAX_TOKENS,
      onText,
    });
    const told = { model: reply.model, tokens: reply.tokens, milliseconds: Math.round(performance.now() - began) };
    if (reply.kind === 'FAILED') return { ...told, proposed: null, trouble: reply.failure, why: null };
    const checked = checkCandidate(restore(reply.value), knowledge.model);
    if (checked.kind === 'invalid') return { ...told, proposed: null, trouble: 'INVALID', why: checked.problems[0]?.message ?? null };
    const plan = grounded(knowledge, checked.plan);
    if (maskedUses(plan, knowledge.model, knowledge.guard).length > 0) return { ...told, proposed: null, trouble: 'INVALID', why: null };
    const differs = ours === null ? [] : differences(ours, plan);
    return { ...told, proposed: { plan, differs, ours: ours !== null }, trouble: null, why: null };
  }
}

/** Ours without what it is wrapped in, and what it is about. */
function ourReading(knowledge: Knowledge, question: string, today: string): { plan: QueryPlan | null; first: string[] } {
  const reading = read(knowledge, question, today);
  const plan = reading.kind === 'understood' ? reading.interpretation.plan : null;
  return { plan, first: plan?.sources.map(({ entity }) => entity) ?? [] };
}

function redactedQuestion(question: string): { text: string; restore: (value: unknown) => unknown } {
  const redacted = redactText(question);
  return { text: redacted.text, restore: (value) => redacted.restore(value) };
}

/** What an opinion says of an answer, in a sentence. */
export function opinionText({ proposed, trouble, why }: Opinion): string {
  if (proposed === null)
    return `${FAILURE_WORDS[trouble ?? 'INVALID']}${why === null ? '' : ` (${why.replace(/\.$/u, '')})`}; our own reading stands alone.`;
  if (!proposed.ours)
    return 'Our own rules did not understand the question; the language model’s reading holds against your data and is taken.';
  return proposed.differs.length === 0
    ? 'A language model reads the question the same way.'
    : `A language model reads it otherwise: ${proposed.differs.join(', ')}. Ours is taken: every word of the question is accounted for in it.`;
}
