import { extname } from 'node:path';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { budgetedModel } from '../../kernel/llm/budgeted-model.ts';
import { formProblem, isForm } from '../../kernel/llm/form-problem.ts';
import type { ModelFailure, ModelUse } from '../../kernel/llm/language-model.ts';
import { redactTexts, restored, type RedactedTexts } from '../../kernel/llm/redaction.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ModelPrices, ModelProviderService } from '../proposals/model-provider.service.ts';
import { promptErrors } from './prompt.errors.ts';
import { type CompletePromptInput, PromptCompleted, PromptNotCompleted } from './prompt.type.ts';

const MAX_INSTRUCTIONS = 20_000;
const MAX_TEXT = 60_000;
const MAX_FORM = 20_000;
const MAX_TOKENS = 100_000;
const MAX_SECONDS = 25;
/** Longer texts are read for personal data on a thread of their own. */
const SHORT = 2_000;
const REDACT = new URL(`./redact.worker${extname(import.meta.url)}`, import.meta.url);
/** A dollar for a million tokens is a millionth of a dollar for each. */
const MICROS = 1_000_000;

const WORDS: Readonly<Record<ModelFailure, string>> = {
  REFUSED: 'The language model refused to write it.',
  INVALID: 'What the language model wrote does not have the form it should have.',
  LATE: 'The language model took too long.',
  UNREACHABLE: 'The language model could not be reached.',
  REJECTED: 'The service of the language model says that its address, key or model is wrong.',
  OVER_BUDGET: 'The tokens of the plan are used up, so no language model was asked.',
};

/** Has a company's language model write JSON of a form, without telling it who anybody is. */
export class PromptService {
  readonly #system: System;
  readonly #providers: ModelProviderService;

  constructor(system: System, providers: ModelProviderService) {
    this.#system = system;
    this.#providers = providers;
  }

  /** @returns what was written, why nothing of use was, or everything that has to be corrected first */
  async complete({ tenantId }: UserViewer, input: CompletePromptInput): Promise<PromptCompleted | PromptNotCompleted | InputProblem[]> {
    const problems = problemsOf(input);
    if (problems.length > 0) return problems;
    const provider = await this.#providers.modelOf(tenantId);
    if (provider === null)
      return Object.assign(new PromptNotCompleted(), { trouble: null, text: 'No language model is set up.', tokens: 0, cost: null });
    const { form, maxTokens, seconds } = input;
    const { texts, standIns } = await this.#redacted([input.instructions, input.text]);
    const [instructions = '', text = ''] = texts;
    const model = budgetedModel(provider.model, this.#system.usage, tenantId, provider.origin === 'SERVER');
    const question = { instructions, text, form: { name: 'reply', schema: form }, maxTokens, timeoutMs: seconds * 1_000, once: true };
    const reply = await model.ask(question);
    const use = { tokens: reply.tokens, cost: costOf(reply, provider.prices) };
    const value = reply.kind === 'ANSWERED' ? restored(reply.value, standIns) : null;
    const wrong = reply.kind === 'ANSWERED' ? formProblem(form, value) : null;
    if (reply.kind === 'ANSWERED' && wrong === null) return Object.assign(new PromptCompleted(), { value, model: reply.model, ...use });
    const trouble = reply.kind === 'FAILED' ? reply.failure : 'INVALID';
    const words = wrong === null ? WORDS[trouble] : `${WORDS[trouble]} ${wrong}`;
    return Object.assign(new PromptNotCompleted(), { trouble, text: words, ...use });
  }

  #redacted(texts: readonly string[]): Promise<RedactedTexts> | RedactedTexts {
    return texts.join('').length <= SHORT ? redactTexts(texts) : this.#system.workers.run(REDACT, texts);
  }
}

/** In dollars, rounded up to the millionth; null: nobody has said what a token costs. */
function costOf({ tokens, outputTokens }: ModelUse, { input, output }: ModelPrices): number | null {
  if (input === null && output === null) return null;
  return Math.ceil((tokens - outputTokens) * (input ?? 0) + outputTokens * (output ?? 0)) / MICROS;
}

function problemsOf({ instructions, text, form, maxTokens, seconds }: CompletePromptInput): InputProblem[] {
  const check = (fits: boolean, field: string, reason: string): InputProblem[] =>
    fits ? [] : [inputProblem(promptErrors.PROMPT_INVALID({ reason }), field)];
  return [
    ...check(instructions.length <= MAX_INSTRUCTIONS, 'instructions', `Instructions have at most ${MAX_INSTRUCTIONS} characters.`),
    ...check(text.length <= MAX_TEXT, 'text', `A text has at most ${MAX_TEXT} characters.`),
    ...check(
      JSON.stringify(form).length <= MAX_FORM && isForm(form),
      'form',
      `A form is a JSON Schema that can be read, of at most ${MAX_FORM} characters.`,
    ),
    ...check(maxTokens >= 1 && maxTokens <= MAX_TOKENS, 'maxTokens', `There are 1 to ${MAX_TOKENS} tokens.`),
    ...check(seconds >= 1 && seconds <= MAX_SECONDS, 'seconds', `There are 1 to ${MAX_SECONDS} seconds.`),
  ];
}
