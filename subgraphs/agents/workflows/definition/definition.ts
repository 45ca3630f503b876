import type { Json } from '../json.ts';

/**
 * What an agent does, as data: steps that depend on one another. Read from YAML or JSON, or built in the graph; checked before it is kept
 * (check-definition.ts). Texts between `{{` and `}}` are paths into what is known: `input.…`, `steps.<id>.output.…`, `item` and `index` within
 * a map, `round` and `previous.<id>.output` (of the round before) within a repeat, `run.id`, `run.startedAt`. A text that is one path alone
 * keeps the type of what is there. A path that leads nowhere fails the step, unless it ends with `?`: then it is null.
 */
export interface WorkflowDefinition {
  /** Stable within the tenant: lower case letters, digits and hyphens. */
  name: string;
  title: string;
  description: string;
  /** What a run is started with, by name. */
  input: Readonly<Record<string, InputField>>;
  steps: readonly StepDefinition[];
  /** What happens to steps that are done when a later one fails for good: COMPENSATE undoes them in reverse order, STOP leaves them. */
  onFailure: 'COMPENSATE' | 'STOP';
  /** What the run comes to, in terms of its steps. Left out: the output of the last step, or of each last step by id. */
  output?: Json;
}

export interface InputField {
  type: 'STRING' | 'NUMBER' | 'BOOLEAN' | 'JSON';
  description: string;
  required: boolean;
  default?: Json;
}

export type StepDefinition =
  | ToolStep
  | ModelStep
  | ConditionStep
  | MapStep
  | ParallelStep
  | RepeatStep
  | WaitStep
  | ApprovalStep
  | WorkflowStep;
export type StepKind = StepDefinition['kind'];

interface StepBase {
  /** Stable, unique within its list of steps: lower case letters, digits and hyphens. Inner steps are addressed `outer.inner`, inner steps of a map `outer[3].inner`. */
  id: string;
  title: string;
  /** Ids of steps of the same list that have to be done before. */
  dependsOn: readonly string[];
  /** The step is skipped when this does not hold; what depends on it goes on. */
  when?: Condition;
  retry?: { maxAttempts: number; firstDelayMs: number; maxDelayMs: number };
  /** Of one try. */
  timeoutMs?: number;
  /** The fabric plane it has to go through, by name. */
  plane?: string;
  raci?: Raci;
  /** What a failure for good comes to: FAIL fails the run, SKIP goes on without. */
  onError: 'FAIL' | 'SKIP';
  /** Undoes what the step did. Sees its output as `output`. */
  compensate?: ToolUse;
}

/** A call of a tool. */
export interface ToolUse {
  tool: string;
  input: Json;
}
export interface ToolStep extends StepBase, ToolUse {
  kind: 'TOOL';
}
export interface ModelStep extends StepBase {
  kind: 'MODEL';
  instructions: string;
  text: string;
  /** JSON Schema of what it writes. */
  form: Readonly<Record<string, unknown>>;
  maxTokens: number;
  /** What the step comes to where no model is configured; left out: the step fails. */
  withoutModel?: Json;
}
/** Chooses between steps that depend on it: those that are not named by the side that holds are skipped, and whatever depends on them alone. */
export interface ConditionStep extends StepBase {
  kind: 'CONDITION';
  if: Condition;
  then: readonly string[];
  else: readonly string[];
}
/** The steps once for each item, at most `concurrency` at a time. Output: what `collect` makes of each, in order. */
export interface MapStep extends StepBase {
  kind: 'MAP';
  over: Json;
  concurrency: number;
  maxItems: number;
  steps: readonly StepDefinition[];
  collect?: Json;
}
/** Branches side by side. ALL waits for every one, ANY for the first that succeeds; the others are cancelled. */
export interface ParallelStep extends StepBase {
  kind: 'PARALLEL';
  branches: readonly { id: string; steps: readonly StepDefinition[] }[];
  join: 'ALL' | 'ANY';
}
/** The steps again and again until the condition holds after a round; bounded. Output: `{ rounds, satisfied }`. */
export interface RepeatStep extends StepBase {
  kind: 'REPEAT';
  until: Condition;
  maxRounds: number;
  steps: readonly StepDefinition[];
}
/** Until a time, or until an event of the tenant that fits; no worker is held. Output: `{ event }` or `{ timedOut: true }`. */
export interface WaitStep extends StepBase {
  kind: 'WAIT';
  forMs?: number;
  until?: string;
  event?: { topic: string; match: Readonly<Record<string, Json>> };
}
/** Asks a person. Output: `{ decision, comment, payload, decidedBy }`. */
export interface ApprovalStep extends StepBase {
  kind: 'APPROVAL';
  intent: string;
  evidence: Json;
  /** What the person may edit. */
  payload?: Json;
  slaMs?: number;
  expiresMs?: number;
  onExpiry: 'REJECT' | 'APPROVE' | 'ESCALATE';
}
/** Another workflow as a run of its own. Output: the child's output. */
export interface WorkflowStep extends StepBase {
  kind: 'WORKFLOW';
  workflow: string;
  /** Left out: the one that is published when the step begins. */
  version?: number;
  input: Readonly<Record<string, Json>>;
}

/** Who answers for an action: people by user id, or by role. Approvers are accountable and never responsible. */
export interface Raci {
  responsible: readonly Party[];
  accountable: readonly Party[];
  consulted: readonly Party[];
  informed: readonly Party[];
}
export type Party =
  | { kind: 'USER'; id: string }
  | { kind: 'ROLE'; role: 'OWNER' | 'ADMIN' | 'OPERATOR' | 'ANALYST' | 'VIEWER' }
  | { kind: 'AGENT'; id: string };

/** A condition over what is known; sides that are texts with `{{…}}` are looked up. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { left: Json; is: Comparison; right: Json }
  | { exists: string };
export type Comparison = 'EQ' | 'NE' | 'GT' | 'GTE' | 'LT' | 'LTE' | 'CONTAINS' | 'IN';
