import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { AgentDoor, DoorReply } from '../../kernel/door/agent-door.ts';
import type { ActionList } from '../../kernel/permissions/actions.ts';
import { ToolFailure, type ToolCall } from './tool.ts';

/** An operation of the graph that a tool asks. */
export interface DoorQuestion {
  document: string;
  variables?: Readonly<Record<string, unknown>>;
  /** Of a mutation, which is carried out once under it; left out: a query. */
  key?: string;
}

export interface DoorAnswer {
  data: Readonly<Record<string, unknown>> | null;
  /** It was carried out by an earlier try, and what was replied is lost with its process; `data` is null then. */
  replyLost: boolean;
}

export type AskDoor = (call: ToolCall, question: DoorQuestion) => Promise<DoorAnswer>;

/** It was carried out, and nobody knows any more what was replied. */
const REPLY_LOST = 'IDEMPOTENCY_REPLY_LOST';
const IN_DOUBT = 'IDEMPOTENCY_IN_DOUBT';

/**
 * Asks the graph as the agent of a call: queries with the right to read and nothing else, mutations with all that agents may.
 * @throws ToolFailure with the code of the graph
 */
export function throughDoor({ door, actions }: { door: AgentDoor; actions: () => ActionList }): AskDoor {
  return async ({ tenantId, agentId, runId, signal }, { document, variables = {}, key }) => {
    const scopes = key === undefined ? readable(actions()) : null;
    const operation = { document, variables, idempotencyKey: key ?? null, signal };
    const reply = await door.call({ tenantId, agentId, runId, scopes }, operation).catch(unreachable);
    const [error] = reply.errors;
    if (error?.code === REPLY_LOST) return { data: null, replyLost: true };
    if (error !== undefined && (key === undefined || isEmpty(reply)))
      throw new ToolFailure(error.code, error.message, { again: error.retry, doubt: error.code === IN_DOUBT });
    return { data: reply.data, replyLost: false };
  };
}

const readings = new WeakMap<ActionList, readonly string[]>();

/** What everybody with the role of agents may; what only agents at work may, changes something. */
function readable(actions: ActionList): readonly string[] {
  let names = readings.get(actions);
  if (names === undefined) {
    names = Object.entries(actions).flatMap(([name, { audience, byAgents }]) =>
      audience.includes('AGENT') && byAgents !== true ? [name] : [],
    );
    readings.set(actions, names);
  }
  return names;
}

/** Nothing came of any root field. */
function isEmpty({ data }: DoorReply): boolean {
  return data === null || Object.values(data).every((value) => value === null);
}

function unreachable(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
}
