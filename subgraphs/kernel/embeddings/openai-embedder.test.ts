import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { DIMENSIONS, cosine } from './embedder.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';

interface Asked {
  input: string[];
  model: string;
  dimensions: number;
}
type Answer = (asked: Asked, times: number) => { status: number; body: unknown } | null;

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that speaks the API; what it answers is up to the test, null: nothing ever. */
async function standIn(answer: Answer): Promise<{ baseUrl: string; asked: Asked[]; keys: (string | undefined)[] }> {
  const asked: Asked[] = [];
  const keys: (string | undefined)[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      keys.push(request.headers.authorization);
      asked.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked);
      const given = answer(asked.at(-1) as Asked, asked.length);
      if (given !== null) response.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.body));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked, keys };
}

const vectors = ({ input, model, dimensions }: Asked) => ({
  status: 200,
  body: {
    object: 'list',
    model,
    usage: { prompt_tokens: 1, total_tokens: 1 },
    // In another order than asked: the index counts.
    data: input
      .map((text, index) => ({ object: 'embedding', index, embedding: Array.from({ length: dimensions }, (_, i) => (i === text.length ? 3 : 0)) }))
      .toReversed(),
  },
}); // prettier-ignore
const busy = { status: 503, body: { error: { message: 'busy' } } };
const embedder = (baseUrl: string) => createOpenAiEmbedder({ apiKey: 'k-1', baseUrl, model: 'some-model', timeoutMs: 400 });

test('vectors come in the order of the texts, at length 1, with model, size and key as configured', async () => {
  const { baseUrl, asked, keys } = await standIn(vectors);
  const [one, two] = await embedder(baseUrl).embed(['a', 'bb']);
  expect([one?.[1], two?.[2], one?.length]).toEqual([1, 1, DIMENSIONS]);
  expect(cosine(one ?? new Float32Array(), one ?? new Float32Array())).toBeCloseTo(1);
  expect(asked).toMatchObject([{ input: ['a', 'bb'], model: 'some-model', dimensions: DIMENSIONS }]);
  expect(keys).toEqual(['Bearer k-1']);
});

test('many texts go in several requests', async () => {
  const { baseUrl, asked } = await standIn(vectors);
  expect(await embedder(baseUrl).embed(Array.from({ length: 300 }, () => 'x'))).toHaveLength(300);
  expect(asked.map(({ input }) => input.length)).toEqual([256, 44]);
});

test('a service that fails for a moment is asked again', async () => {
  const { baseUrl, asked } = await standIn((one, times) => (times < 3 ? busy : vectors(one)));
  expect(await embedder(baseUrl).embed(['a'])).toHaveLength(1);
  expect(asked).toHaveLength(3);
});

test('one that says the request is wrong is not asked again, one that never answers is given up, and after five failures it is left alone', async () => {
  const { baseUrl, asked } = await standIn(() => ({ status: 401, body: { error: { message: 'who are you' } } }));
  const refused = embedder(baseUrl);
  for (let i = 0; i < 7; i += 1) await expect(refused.embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDINGS_UNAVAILABLE' });
  expect(asked).toHaveLength(5);
  server?.close();
  const silent = await standIn(() => null);
  await expect(embedder(silent.baseUrl).embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDINGS_UNAVAILABLE' });
});

test('an answer that is none is refused', async () => {
  const { baseUrl } = await standIn((asked) => ({ ...vectors(asked), body: { ...vectors(asked).body, data: [] } }));
  await expect(embedder(baseUrl).embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDINGS_UNAVAILABLE' });
});
