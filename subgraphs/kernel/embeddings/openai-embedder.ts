import {
  ConsecutiveBreaker,
  ExponentialBackoff,
  circuitBreaker,
  handleAll,
  handleWhen,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { OpenAI } from 'openai';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import { DIMENSIONS, type Embedder, unit } from './embedder.ts';
import { embeddingErrors } from './embeddings.errors.ts';

const TIMEOUT_MS = 10_000;
const RETRIES = 2;
const BREAK_AFTER = 5;
const BREAK_MS = 30_000;
/** Texts of one request. */
const AT_ONCE = 256;
const MOST_CHARACTERS = 500;

/** Where embeddings are made, and by which model. */
export interface OpenAiSettings {
  readonly apiKey: string;
  /** Null: OpenAI's own address. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** For tests; ten seconds when left out. */
  readonly timeoutMs?: number;
}

/**
 * Has OpenAI, or whatever speaks its API at `baseUrl`, make the vectors. A request gets ten seconds and two more tries when the service is at fault
 * (429, 5xx, no answer); after five failures in a row it is left alone for half a minute.
 */
export function createOpenAiEmbedder({ apiKey, baseUrl, model, timeoutMs = TIMEOUT_MS }: OpenAiSettings): Embedder {
  let client: Promise<OpenAI> | null = null;
  // Loaded when it is first needed: most installations never do.
  const open = (): Promise<OpenAI> =>
    (client ??= import('openai').then(({ OpenAI }) => new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs })));
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) });
  const again = retry(handleWhen(isTheirs), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 2_000 }),
  });
  const policy = wrap(breaker, again, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  return {
    name: `openai:${model}:${DIMENSIONS}`,
    async embed(texts) {
      assertOutsideUnitOfWork('asking for embeddings');
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += AT_ONCE) {
        const input = texts.slice(from, from + AT_ONCE).map((text) => text.slice(0, MOST_CHARACTERS) || ' ');
        vectors.push(...(await ask(input)));
      }
      return vectors;
    },
  };

  async function ask(input: string[]): Promise<Float32Array[]> {
    try {
      const { data } = await policy.execute(async ({ signal }) =>
        (await open()).embeddings.create({ model, input, dimensions: DIMENSIONS, encoding_format: 'float' }, { signal }),
      );
      const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
      if (vectors.length !== input.length || vectors.some(({ length }) => length !== DIMENSIONS))
        throw new Error(`expected ${input.length} vectors of ${DIMENSIONS} numbers`);
      return vectors.map(unit);
    } catch (error) {
      throw embeddingErrors.EMBEDDINGS_UNAVAILABLE({}, { cause: error });
    }
  }
}

/** Whether asking again may help: what the service says is wrong with the request stays wrong. */
function isTheirs(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
  return status === null || status === 408 || status === 409 || status === 429 || status >= 500;
}
