import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

const TIMEOUT_MS = 10_000;
const replySchema = z
  .object({ data: z.object({ _service: z.object({ sdl: z.string().min(1) }) }) })
  .transform(({ data: { _service: service } }) => service.sdl);

/** Asks a running subgraph for its contract. @throws Failure when it does not tell */
export async function contractAt(name: string, url: string): Promise<string> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return replySchema.parse(await reply.json());
  } catch (error) {
    const why = error instanceof z.ZodError ? 'its answer to { _service { sdl } } holds none' : String(error);
    throw new Failure(
      EXIT.UNREACHABLE,
      `the subgraph ${name} at ${url} does not tell its contract: ${why}. Start it, or name a file as its \`schema\`.`,
    );
  }
}
