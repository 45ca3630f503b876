import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { nameBasedUuid } from '../../../kernel/ids/name-based-uuid.ts';
import { draw } from '../draw.ts';
import type { FaultsAtHand } from '../faults-at-hand.ts';
import { keyOf } from '../run-record.ts';
import type { FarmWorld } from '../world.ts';
import { HEADERS } from './site.ts';

/** What a tool asks of the other side. */
const askedSchema = z.object({ tool: z.string(), runId: z.uuid(), path: z.string(), key: z.string(), of: z.string().nullable() });
export type Asked = z.infer<typeof askedSchema>;

/** One run as the other side knows it. */
export interface AtOtherSide {
  faults: FaultsAtHand;
  world: FarmWorld;
}

const LEAST_MS = 2;
const LONGEST_MS = 30;
const BALLAST_MB = 48;

/**
 * The other side of the farm's tools: a service of its own behind a socket, which outlives the workers. It fails as services fail: it never answers, says
 * 500, 429 or 409, sends half an answer, or does what it was asked and hangs up.
 */
export class OtherSide implements AsyncDisposable {
  readonly #runs: ReadonlyMap<string, AtOtherSide>;
  readonly #seed: number;
  readonly #server: Server;

  private constructor(runs: ReadonlyMap<string, AtOtherSide>, seed: number) {
    this.#runs = runs;
    this.#seed = seed;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** @param runs by id */
  static async open(runs: ReadonlyMap<string, AtOtherSide>, seed: number): Promise<OtherSide> {
    const side = new OtherSide(runs, seed);
    await new Promise<void>((resolve) => {
      side.#server.listen(0, '127.0.0.1', resolve);
    });
    return side;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = askedSchema.parse(JSON.parse(await text(request)));
    const run = this.#runs.get(asked.runId);
    if (run === undefined) return void response.writeHead(404).end();
    if (asked.of !== null) {
      run.world.undo(asked.of);
      return reply(response, { key: nameBasedUuid(asked.runId, asked.key), tool: asked.tool });
    }
    await this.#call(run, asked, response);
  }

  async #call({ faults, world }: AtOtherSide, { tool, runId, path, key }: Asked, response: ServerResponse): Promise<void> {
    const fault = faults.take(path);
    if (fault?.kind === 'TOOL_TIMEOUT') return;
    await pause(LEAST_MS + draw(this.#seed, path, 'took') * LONGEST_MS);
    const done = { key: nameBasedUuid(runId, key), tool };
    switch (fault?.kind) {
      case 'TOOL_FAILURE':
        return void response.writeHead(500).end();
      case 'RATE_LIMIT':
        return void response.writeHead(429, { 'retry-after': '1' }).end();
      case 'AGENT_CONFLICT':
        return void response.writeHead(409).end();
      case 'CORRUPTED_PAYLOAD':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(done).slice(0, -7));
      case 'NETWORK_PARTITION':
        world.effect(key, done);
        return void response.destroy();
      case 'POLICY_VIOLATION':
      case 'WORKER_KILLED':
      case 'MEMORY_PRESSURE':
      case undefined:
      default:
        return reply(response, world.effect(key, done), headersOf(faults, path));
    }
  }
}

/** The worker learns with the answer what is to become of it: so the answer is there when it dies. */
function headersOf(faults: FaultsAtHand, path: string): Record<string, string> {
  const dies = faults.pending(path, 'WORKER_KILLED');
  if (dies !== null) return { [HEADERS.moment]: dies.moment };
  return faults.once(path, 'MEMORY_PRESSURE') === null ? {} : { [HEADERS.ballast]: String(BALLAST_MB) };
}

function reply(response: ServerResponse, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** The address of the call that a key belongs to; null: it belongs to an undoing. */
export function pathOf(runId: string, key: string): string | null {
  const path = key.slice(keyOf(runId, '', 'CALL').length);
  return path.endsWith('#undo') ? null : path;
}
