import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen, retry, wrap } from 'cockatiel';
import type { OpenAI } from 'openai';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import type { LanguageModel, ModelFailure, ModelQuestion, ModelReply, ModelUse } from './language-model.ts';
import { ModelTrouble, statusOf } from './model-trouble.ts';

const TIMEOUT_MS = 8_000;
const RETRIES = 1;
const BREAK_AFTER = 5;
const BREAK_MS = 30_000;
/** Characters of a reply beyond which it is no plan, whatever it is. */
const MAX_REPLY = 60_000;
/** Tokens are about four characters; for services that do not tell how many they took. */
const CHARACTERS_A_TOKEN = 4;

/** Where a model is, and which. */
export interface OpenAiModelSettings {
  apiKey: string;
  /** Null: OpenAI's own address. */
  baseUrl: string | null;
  /** In the order in which they are tried. */
  models: readonly string[];
  /** For all tries together; eight seconds when left out. */
  timeoutMs?: number;
  /** How requests leave; the system's own way when left out. */
  fetch?: typeof fetch;
}

interface Written {
  text: string;
  refusal: string;
  tokens: number;
  outputTokens: number;
}

/**
 * A model of OpenAI, or of whatever speaks its API at `baseUrl`, with structured output and streaming. A model that is at fault (429, 5xx, no answer) is
 * tried once more, then the next one; after five failures in a row the service is left alone for half a minute. Never rejects.
 */
export function createOpenAiModel(settings: OpenAiModelSettings): LanguageModel {
  const { apiKey, baseUrl, models, timeoutMs = TIMEOUT_MS } = settings;
  let client: Promise<OpenAI> | null = null;
  // Loaded when it is first needed: most installations never do.
  const open = (): Promise<OpenAI> =>
    (client ??= import('openai').then(
      ({ OpenAI: Client }) =>
        new Client({ apiKey, baseURL: baseUrl, maxRetries: 0, ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }) }),
    ));
  const breaker = circuitBreaker(handleWhen(isTheirs), { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) });
  const again = retry(handleWhen(mayTryAgain), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
  });
  const policy = wrap(again, breaker);
  return {
    async ask(question) {
      assertOutsideUnitOfWork('asking a language model');
      const deadline = AbortSignal.timeout(question.timeoutMs ?? timeoutMs);
      const spent: ModelUse = { tokens: 0, outputTokens: 0 };
      let last: { failure: ModelFailure; model: string } | null = null;
      for (const model of models) {
        const reply = await tried(model, question, deadline);
        spent.tokens += reply.tokens;
        spent.outputTokens += reply.outputTokens;
        if (reply.kind === 'ANSWERED') return { ...reply, ...spent };
        last = { failure: reply.failure, model };
        // What one model will not do, or has no time for, the next one is not asked.
        if (reply.failure === 'REFUSED' || reply.failure === 'LATE' || (question.once === true && spent.tokens > 0)) break;
      }
      return { kind: 'FAILED', failure: last?.failure ?? 'UNREACHABLE', model: last?.model ?? null, ...spent };
    },
  };

  async function tried(model: string, question: ModelQuestion, signal: AbortSignal): Promise<ModelReply> {
    const written: Written = { text: '', refusal: '', tokens: 0, outputTokens: 0 };
    try {
      await policy.execute(() => write(model, question, written, signal));
    } catch (error) {
      return { kind: 'FAILED', failure: failureOf(error, signal), model, ...useOf(question, written) };
    }
    const use = useOf(question, written);
    if (written.refusal !== '') return { kind: 'FAILED', failure: 'REFUSED', model, ...use };
    try {
      return { kind: 'ANSWERED', value: JSON.parse(written.text) as unknown, model, ...use };
    } catch {
      return { kind: 'FAILED', failure: 'INVALID', model, ...use };
    }
  }

  async function write(model: string, question: ModelQuestion, written: Written, signal: AbortSignal): Promise<void> {
    const stream = await (
      await open()
    ).chat.completions.create(
      {
        model,
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        max_completion_tokens: question.maxTokens,
        messages: [
          { role: 'system', content: question.instructions },
          { role: 'user', content: question.text },
        ],
        response_format: { type: 'json_schema', json_schema: { ...question.form, strict: false } },
      },
      { signal, timeout: question.timeoutMs ?? timeoutMs },
    );
    for await (const { choices, usage } of stream) {
      if (usage != null) {
        written.tokens += usage.total_tokens;
        written.outputTokens += usage.completion_tokens;
      }
      const delta = choices[0]?.delta;
      if (delta?.refusal != null) written.refusal += delta.refusal;
      if (delta?.content == null || delta.content === '') continue;
      written.text += delta.content;
      if (written.text.length > MAX_REPLY) throw new ModelTrouble('INVALID', true);
      question.onText?.(delta.content);
    }
    // A stream that is given up ends quietly.
    if (signal.aborted) throw new ModelTrouble('LATE', true);
    // A stream that its server ends in the middle ends like any other.
    if (written.text === '' && written.refusal === '') throw new ModelTrouble('INVALID', question.once === true && written.tokens > 0);
  }

  /** Nothing is written twice: who reads along would see it begin again. */
  function mayTryAgain(error: unknown): boolean {
    return isTheirs(error) && !(error instanceof ModelTrouble && error.begun) && !(error instanceof BrokenCircuitError);
  }
}

/** What a reply took as its service tells it; of one that does not, or that broke off after it had begun, about as much as there are characters. */
function useOf({ instructions, text }: ModelQuestion, written: Written): ModelUse {
  if (written.tokens > 0) return { tokens: written.tokens, outputTokens: written.outputTokens };
  const output = written.text.length + written.refusal.length;
  if (output === 0) return { tokens: 0, outputTokens: 0 };
  const about = (characters: number): number => Math.ceil(characters / CHARACTERS_A_TOKEN);
  return { tokens: about(instructions.length + text.length + output), outputTokens: about(output) };
}

/** Whether asking again, or later, may help: what the service says is wrong with the request stays wrong. */
function isTheirs(error: unknown): boolean {
  if (error instanceof ModelTrouble) return true;
  if (error instanceof Error && error.name === 'APIUserAbortError') return true;
  const status = statusOf(error);
  return status === null || status === 408 || status === 409 || status === 429 || status >= 500;
}

function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (error instanceof ModelTrouble) return error.failure;
  if (signal.aborted || (error instanceof Error && error.name === 'APIConnectionTimeoutError')) return 'LATE';
  const status = statusOf(error);
  return status !== null && !isTheirs(error) ? 'REJECTED' : 'UNREACHABLE';
}
