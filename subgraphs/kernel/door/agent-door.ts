import type { AgentAtWork } from '../viewer/agent-token.ts';
import type { UserViewer } from '../viewer/viewer.ts';

/** A person who says something without being logged in, such as in Slack, limited to scopes. */
export interface PersonElsewhere {
  person: UserViewer & { scopes: readonly string[] };
  /** Where they say it, for the journal: `slack`. */
  over: string;
}
export type DoorCaller = AgentAtWork | PersonElsewhere;

/** The public door of the graph, for our own agents and for people we speak for: what they ask goes the way of everybody, with the same limits, costs, rights and journal. */
export interface AgentDoor {
  /** @throws DOOR_CLOSED, DOOR_ANSWERS_OTHERWISE; what the graph itself refuses is in the reply */
  call(caller: DoorCaller, operation: DoorOperation): Promise<DoorReply>;
  /** Tells where the door is, where that is not configured: known once it is open. */
  servedAt(url: string): void;
  close(): Promise<void>;
}

export interface DoorOperation {
  document: string;
  operationName?: string;
  variables: Readonly<Record<string, unknown>>;
  /** Of a mutation, which is carried out once under it; null: a query. */
  idempotencyKey: string | null;
  signal: AbortSignal;
}

export interface DoorReply {
  /** null: nothing was answered; `errors` says why. */
  data: Readonly<Record<string, unknown>> | null;
  errors: readonly DoorError[];
}

/** An error as callers of the graph are shown it. */
export interface DoorError {
  message: string;
  code: string;
  todo: string;
  /** Whether the same call may succeed later. */
  retry: boolean;
  path: readonly (string | number)[];
}
