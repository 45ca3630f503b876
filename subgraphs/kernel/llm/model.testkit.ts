import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in was asked, as the API has it. */
export interface ModelRequest {
  model: string;
  messages: { role: string; content: string }[];
  stream: boolean;
  response_format: { json_schema: { name: string; schema: Record<string, unknown> } };
}

/** What it does: writes a text, piece by piece; refuses; fails with a status; writes slower than anybody waits; breaks off; never answers. */
export type ModelAct =
  | { kind: 'WRITE'; text: string; everyMs?: number }
  | { kind: 'REFUSE'; text: string }
  | { kind: 'STATUS'; status: number }
  | { kind: 'BREAK_OFF'; text: string }
  | { kind: 'SILENCE' };

/** A server that speaks the API of chat completions: streaming, structured output, errors, refusals. */
export interface StandInModel extends AsyncDisposable {
  baseUrl: string;
  asked: ModelRequest[];
  keys: (string | undefined)[];
  act: (request: ModelRequest, times: number) => ModelAct;
}

const PIECE = 40;
const TOKENS = { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 };

/** Starts a stand-in on this machine. */
export async function startStandInModel(act: StandInModel['act']): Promise<StandInModel> {
  const standIn: Omit<StandInModel, typeof Symbol.asyncDispose> = { baseUrl: '', asked: [], keys: [], act };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelRequest;
      standIn.keys.push(request.headers.authorization);
      standIn.asked.push(asked);
      const todo = standIn.act(asked, standIn.asked.length);
      if (todo.kind === 'SILENCE') return;
      if (todo.kind === 'STATUS') {
        response.writeHead(todo.status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'no' } }));
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (delta: object, usage: object | null = null): boolean =>
        response.write(
          `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: asked.model, choices: usage === null ? [{ index: 0, delta, finish_reason: null }] : [], usage })}\n\n`,
        );
      if (todo.kind === 'REFUSE') send({ role: 'assistant', refusal: todo.text });
      const pieces = todo.kind === 'REFUSE' ? [] : (todo.text.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'gu')) ?? []);
      const next = (): void => {
        const piece = pieces.shift();
        if (piece !== undefined) {
          send({ content: piece });
          if (todo.kind === 'WRITE' && todo.everyMs !== undefined) setTimeout(next, todo.everyMs);
          else setImmediate(next);
        } else if (todo.kind === 'BREAK_OFF') response.destroy();
        else {
          send({}, TOKENS);
          response.end('data: [DONE]\n\n');
        }
      };
      next();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  standIn.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return Object.assign(standIn, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
