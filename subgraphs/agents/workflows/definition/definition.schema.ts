import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Condition, StepDefinition, WorkflowDefinition } from './definition.ts';

/** Ids and names: what can stand in addresses and paths. */
const ID = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/u, 'Lower case letters, digits and hyphens, up to 63, beginning with a letter.');
const title = z.string().trim().min(1).max(200);
const text = z.string().max(20_000);
const json = z.json() as z.ZodType<Json>;
const DAY_MS = 86_400_000;
const durationMs = (maxDays: number): z.ZodInt =>
  z
    .int()
    .min(0)
    .max(maxDays * DAY_MS);
const ids = z.array(ID).max(500);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1).max(50) }),
    z.strictObject({ any: z.array(condition).min(1).max(50) }),
    z.strictObject({ not: condition }),
    z.strictObject({ exists: z.string().min(1).max(300) }),
    z.strictObject({ left: json, is: z.enum(['EQ', 'NE', 'GT', 'GTE', 'LT', 'LTE', 'CONTAINS', 'IN']), right: json }),
  ]),
);

const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('USER'), id: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('ROLE'), role: z.enum(['OWNER', 'ADMIN', 'OPERATOR', 'ANALYST', 'VIEWER']) }),
  z.strictObject({ kind: z.literal('AGENT'), id: z.string().min(1).max(100) }),
]);
const parties = z.array(party).max(20).default([]);
const raci = z.strictObject({ responsible: parties, accountable: parties, consulted: parties, informed: parties });
const toolUse = { tool: z.string().min(1).max(100), input: json.default({}) };

/** Of every step. */
const base = {
  id: ID,
  title: z.exactOptional(title),
  dependsOn: ids.default([]),
  when: z.exactOptional(condition),
  plane: z.exactOptional(z.string().min(1).max(100)),
  raci: z.exactOptional(raci),
  onError: z.enum(['FAIL', 'SKIP']).default('FAIL'),
};
/** Of steps that do something themselves. */
const call = {
  retry: z.exactOptional(
    z.strictObject({
      maxAttempts: z.int().min(1).max(20),
      firstDelayMs: durationMs(1).default(1_000),
      maxDelayMs: durationMs(1).default(60_000),
    }),
  ),
  timeoutMs: z.exactOptional(
    z
      .int()
      .min(1)
      .max(30 * DAY_MS),
  ),
  compensate: z.exactOptional(z.strictObject(toolUse)),
};
const steps = z.lazy(() => z.array(step).min(1).max(500)) as z.ZodType<StepDefinition[]>;

const written = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('TOOL'), ...base, ...call, ...toolUse }),
  z.strictObject({
    kind: z.literal('MODEL'),
    ...base,
    ...call,
    instructions: text,
    text,
    form: z.record(z.string(), z.unknown()),
    maxTokens: z.int().min(1).max(100_000).default(2_000),
    withoutModel: z.exactOptional(json),
  }),
  // oxlint-disable-next-line unicorn/no-thenable -- A word of the format; it is a list, never a function.
  z.strictObject({ kind: z.literal('CONDITION'), ...base, if: condition, then: ids.default([]), else: ids.default([]) }),
  z.strictObject({
    kind: z.literal('MAP'),
    ...base,
    over: json,
    concurrency: z.int().min(1).max(50).default(4),
    maxItems: z.int().min(1).max(1_000),
    steps,
    collect: z.exactOptional(json),
  }),
  z.strictObject({
    kind: z.literal('PARALLEL'),
    ...base,
    branches: z
      .array(z.strictObject({ id: ID, steps }))
      .min(1)
      .max(50),
    join: z.enum(['ALL', 'ANY']).default('ALL'),
  }),
  z.strictObject({ kind: z.literal('REPEAT'), ...base, until: condition, maxRounds: z.int().min(1).max(1_000), steps }),
  z.strictObject({
    kind: z.literal('WAIT'),
    ...base,
    forMs: z.exactOptional(durationMs(366)),
    until: z.exactOptional(z.string().min(1).max(300)),
    event: z.exactOptional(z.strictObject({ topic: z.string().min(1).max(100), match: z.record(z.string(), json).default({}) })),
  }),
  z.strictObject({
    kind: z.literal('APPROVAL'),
    ...base,
    compensate: call.compensate,
    intent: z.string().min(1).max(2_000),
    evidence: json.default(null),
    payload: z.exactOptional(json),
    slaMs: z.exactOptional(durationMs(90)),
    expiresMs: z.exactOptional(durationMs(90)),
    onExpiry: z.enum(['REJECT', 'APPROVE', 'ESCALATE']).default('REJECT'),
  }),
  z.strictObject({
    kind: z.literal('WORKFLOW'),
    ...base,
    ...call,
    workflow: ID,
    version: z.exactOptional(z.int().min(1)),
    input: z.record(z.string(), json).default({}),
  }),
]);
const step: z.ZodType<StepDefinition> = written.transform((each) => ({ ...each, title: each.title ?? titleOf(each.id) }));

const inputField = z.strictObject({
  type: z.enum(['STRING', 'NUMBER', 'BOOLEAN', 'JSON']),
  description: z.string().max(2_000).default(''),
  required: z.boolean().default(true),
  default: z.exactOptional(json),
});

/** A definition as it is written; what may be left out gets its usual value. */
export const definitionSchema: z.ZodType<WorkflowDefinition> = z.strictObject({
  name: ID,
  title,
  description: z.string().max(5_000).default(''),
  input: z.record(z.string().regex(/^[A-Za-z_][\w-]{0,62}$/u), inputField).default({}),
  steps,
  onFailure: z.enum(['COMPENSATE', 'STOP']).default('COMPENSATE'),
  output: z.exactOptional(json),
});

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
