import { z } from 'zod';
import { budgetedModel } from '../../kernel/llm/budgeted-model.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ModelProviderService } from './model-provider.service.ts';
import { ModelProviderTest } from './model-provider.type.ts';
import { FAILURE_WORDS } from './model-words.ts';

const replySchema = z.object({ sum: z.literal(5) });
const QUESTION = {
  instructions: 'Reply with JSON of the given schema and nothing else.',
  text: 'What is 2 + 3? Put it into "sum".',
  form: {
    name: 'sum',
    schema: { type: 'object', properties: { sum: { type: 'integer' } }, required: ['sum'], additionalProperties: false },
  },
  maxTokens: 50,
};

/** Sees whether a company's language model works. */
export class ProviderTester {
  readonly #system: System;
  readonly #providers: ModelProviderService;

  constructor(system: System, providers: ModelProviderService) {
    this.#system = system;
    this.#providers = providers;
  }

  async test({ tenantId }: UserViewer): Promise<ModelProviderTest> {
    const provider = await this.#providers.modelOf(tenantId);
    if (provider === null)
      return told({
        works: false,
        trouble: null,
        text: 'No language model is set up; questions are read without one.',
        model: null,
        milliseconds: 0,
      });
    const began = performance.now();
    const model = budgetedModel(provider.model, this.#system.usage, tenantId, provider.origin === 'SERVER');
    const reply = await model.ask(QUESTION);
    const milliseconds = Math.round(performance.now() - began);
    if (reply.kind === 'FAILED')
      return told({ works: false, trouble: reply.failure, text: `${FAILURE_WORDS[reply.failure]}.`, model: reply.model, milliseconds });
    const works = replySchema.safeParse(reply.value).success;
    const text = works ? 'It answers, in the form that is asked for.' : 'It answers, but not in the form that is asked for.';
    return told({ works, trouble: works ? null : 'INVALID', text, model: reply.model, milliseconds });
  }
}

const told = (test: ModelProviderTest): ModelProviderTest => Object.assign(new ModelProviderTest(), test);
