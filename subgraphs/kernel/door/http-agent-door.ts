import { setTimeout as pause } from 'node:timers/promises';
import { ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import { DomainError } from '../errors/domain-error.ts';
import { AGENT_TOKEN_MS, signAgent } from '../viewer/agent-token.ts';
import { signSession } from '../viewer/session-token.ts';
import type { AgentDoor, DoorCaller, DoorOperation, DoorReply } from './agent-door.ts';
import { agentDoorErrors } from './door.errors.ts';

const CONNECTIONS = 64;
const TIMEOUT_MS = 30_000;
const MAX_REPLY_BYTES = 16 * 1024 * 1024;
/** Everything that is sent may be sent again: queries change nothing, and mutations carry a key. */
const TRIES = 3;
const REST_MS = 100;
/** Longer rests than that are the caller's to take. */
const MAX_REST_MS = 3_000;
const BREAK_AFTER = 8;
const BREAK_MS = 1_000;
const MAX_TOKENS = 5_000;
const MIDDLE = 0.5;
const UNKNOWN = 401;
/** Statuses of what stands in front of the graph, or of a graph that has no time. */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).default([]),
  extensions: z
    .object({ code: z.string().default('INTERNAL'), todo: z.string().default(''), retry: z.boolean().default(false) })
    .prefault({}),
});
const replySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorSchema).default([]),
});

interface Answer {
  status: number;
  /** How long the graph asks to wait; null: it does not say. */
  restMs: number | null;
  reply: DoorReply | null;
}

export interface AgentDoorOptions {
  /** Signs the tokens of agents, as the door knows them. */
  secret: Uint8Array;
  /** Address of a gateway; null: it is told. */
  url: string | null;
  clock: () => Date;
}

/** The door over HTTP. */
export function openAgentDoor({ secret, url, clock }: AgentDoorOptions): AgentDoor {
  const address = Promise.withResolvers<string>();
  if (url !== null) address.resolve(url);
  const agent = new Agent({ connections: CONNECTIONS, maxResponseSize: MAX_REPLY_BYTES });
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof DomainError && error.code === 'DOOR_CLOSED'),
    { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) },
  );
  const tokens = new LRUCache<string, string>({ max: MAX_TOKENS, ttl: AGENT_TOKEN_MS * MIDDLE });
  const tokenOf = async (who: DoorCaller): Promise<string> => {
    const name = nameOf(who);
    const known = tokens.get(name);
    if (known !== undefined) return known;
    const token = 'person' in who ? (await signSession(who.person, secret, clock())).token : await signAgent(who, secret, clock());
    tokens.set(name, token);
    return token;
  };
  const ask = async (who: DoorCaller, operation: DoorOperation, signal: AbortSignal): Promise<Answer> => {
    const base = await whenKnown(address.promise, signal);
    const { document: query, operationName, variables, idempotencyKey } = operation;
    try {
      const {
        statusCode: status,
        headers,
        body,
      } = await request(`${base}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(who)}`,
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'user-agent': `autonomos-${'person' in who ? who.over : 'agent'}`,
          ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify({ query, variables, ...(operationName === undefined ? {} : { operationName }) }),
        dispatcher: agent,
        signal,
      });
      return { status, restMs: restOf(headers['retry-after']), reply: readReply(await body.text()) };
    } catch (cause) {
      throw agentDoorErrors.DOOR_CLOSED({}, { cause });
    }
  };
  const once = async (who: DoorCaller, operation: DoorOperation, signal: AbortSignal): Promise<Answer> =>
    breaker.execute(async () => {
      const answer = await ask(who, operation, signal);
      if (answer.status === UNKNOWN) tokens.delete(nameOf(who));
      if (answer.reply === null && AGAIN.has(answer.status)) throw agentDoorErrors.DOOR_CLOSED({});
      return answer;
    });
  return {
    async call(who, operation) {
      assertOutsideUnitOfWork('a graph call');
      const signal = AbortSignal.any([operation.signal, AbortSignal.timeout(TIMEOUT_MS)]);
      for (let attempt = 1; ; attempt++) {
        const answer = await once(who, operation, signal).catch((error: unknown) => closed(error));
        const last = attempt === TRIES || signal.aborted;
        if (answer instanceof DomainError) {
          if (last) throw answer;
        } else if (last || !deservesAnother(answer)) {
          if (answer.reply === null) throw agentDoorErrors.DOOR_ANSWERS_OTHERWISE({ status: answer.status });
          return answer.reply;
        }
        const told = answer instanceof DomainError ? null : answer.restMs;
        await pause(Math.min(told ?? REST_MS * 2 ** attempt * (MIDDLE + Math.random()), MAX_REST_MS), null, { signal }).catch(
          () => undefined,
        );
      }
    },
    servedAt(open) {
      address.resolve(open);
    },
    close: () => agent.close(),
  };
}

/** A query may have been answered in part; whatever says that it may be repeated is. */
function deservesAnother({ status, restMs, reply }: Answer): boolean {
  if (restMs !== null && restMs > MAX_REST_MS) return false;
  return status === UNKNOWN || AGAIN.has(status) || (reply?.data == null && reply?.errors.some(({ retry }) => retry) === true);
}

/** A breaker that is open says no more than the failures that opened it. @throws what is no failure to reach the graph */
function closed(error: unknown): DomainError {
  return error instanceof DomainError ? error : agentDoorErrors.DOOR_CLOSED({}, { cause: error });
}

function readReply(text: string): DoorReply | null {
  try {
    const { data = null, errors } = replySchema.parse(JSON.parse(text));
    return { data, errors: errors.map(({ message, path, extensions }) => ({ message, path, ...extensions })) };
  } catch {
    return null;
  }
}

/** In milliseconds. */
function restOf(header: string | string[] | undefined): number | null {
  const seconds = typeof header === 'string' ? Number.parseFloat(header) : Number.NaN;
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}

async function whenKnown(address: Promise<string>, signal: AbortSignal): Promise<string> {
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(agentDoorErrors.DOOR_CLOSED({}));
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([address, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function nameOf(who: DoorCaller): string {
  if ('person' in who) {
    const { tenantId, userId, role, scopes } = who.person;
    return `${tenantId} ${userId} ${role} ${scopes.join()}`;
  }
  const { tenantId, agentId, runId, scopes } = who;
  return `${tenantId} ${agentId} ${runId} ${scopes?.join() ?? '*'}`;
}
