import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { difference } from './generated/compare.ts';
import { generatedFederation, type GeneratedFederation } from './generated/generated-federation.ts';
import { anyModel, type Model } from './generated/model.ts';
import { writeOperation } from './generated/operation.ts';
import { anyOperation, type OperationModel, type SelectionModel } from './generated/selection-model.ts';
import type { TestReply, TestRequest } from './kit/runner.ts';

/** AUTONOMOS_FEDERATIONS: how many federations; AUTONOMOS_FEDERATION_SEED: which ones. */
const FEDERATIONS = Number(process.env['AUTONOMOS_FEDERATIONS'] ?? 60);
const SEED = Number(process.env['AUTONOMOS_FEDERATION_SEED'] ?? 4);
const OPERATIONS = 8;
const MAX_MS = Math.max(60_000, FEDERATIONS * 1_000);

const someOperations = fc.array(anyOperation, { minLength: 1, maxLength: OPERATIONS });

test('our engine answers any operation on any federation as one schema over all of its data does', { timeout: 2 * MAX_MS }, async () => {
  let compared = 0;
  const property = fc.asyncProperty(anyModel, someOperations, async (model, operations) => {
    const federation = remembered(model);
    if (federation === null) return;
    for (const operation of operations) {
      const problem = await problemOf(federation, 'engine', requestFor(federation, operation));
      if (problem !== null) throw new Error(problem);
      compared += 1;
    }
  });
  const found = await fc.check(property, { seed: SEED, numRuns: FEDERATIONS, interruptAfterTimeLimit: MAX_MS });
  // The counterexample itself is numbers; what it stands for is in its error.
  expect(found.failed && found.errorInstance instanceof Error ? `seed ${found.seed}, ${found.errorInstance.message}` : null).toBeNull();
  expect(compared).toBeGreaterThan(FEDERATIONS);
});

test('and so does what comes in parts, once it is put together', { timeout: 2 * MAX_MS }, async () => {
  const property = fc.asyncProperty(anyModel, someOperations, async (model, operations) => {
    const federation = remembered(model);
    for (const operation of federation === null ? [] : operations) {
      const problem =
        federation === null ? null : await problemOf(federation, 'deferring', requestFor(federation, operation, { defers: true }));
      if (problem !== null) throw new Error(problem);
    }
  });
  const found = await fc.check(property, { seed: SEED, numRuns: Math.ceil(FEDERATIONS / 3), interruptAfterTimeLimit: MAX_MS });
  expect(found.failed && found.errorInstance instanceof Error ? `seed ${found.seed}, ${found.errorInstance.message}` : null).toBeNull();
});

test('the oracle mostly does, too, as long as callers choose neither names nor conditions', { timeout: 2 * MAX_MS }, async () => {
  const replies = { same: 0, other: 0 };
  for (const [model, operations] of fc.sample(fc.tuple(anyModel, someOperations), { seed: SEED, numRuns: Math.ceil(FEDERATIONS / 3) })) {
    const federation = remembered(model);
    if (federation === null) continue;
    for (const { selections } of operations) {
      const plain = { isMutation: false, selections: selections.map(withoutNames) };
      const problem = await problemOf(federation, 'apollo', requestFor(federation, plain));
      replies[problem?.includes('\ndata') === true ? 'other' : 'same'] += 1;
    }
  }
  expect(replies.same).toBeGreaterThan(3 * replies.other);
});

function withoutNames(one: SelectionModel): SelectionModel {
  return { ...one, alias: 0, condition: 0, children: one.children.map(withoutNames) };
}

type Request = TestRequest & { text: string };

async function problemOf(federation: GeneratedFederation, by: 'engine' | 'deferring' | 'apollo', request: Request): Promise<string | null> {
  const right = await federation.monolith(request);
  // A null takes only the part that it is in.
  if (by === 'deferring' && right.errors.length > 0) return null;
  const reply = await federation[by](request).catch(thrown);
  // What takes the planner too long is refused, by design.
  if (reply.errors[0]?.code === 'OPERATION_TOO_COMPLEX') return null;
  const problem = difference(right, reply, by !== 'deferring');
  return problem === null ? null : [federation.describe(), request.text, JSON.stringify(request.variables), problem].join('\n');
}

/** The oracle throws where its planner does. */
function thrown(error: Error): TestReply {
  return { data: null, errors: [{ message: error.message, path: null }] };
}

/** The last one again: operations are shrunk on one federation. */
let last: { model: Model; federation: GeneratedFederation | null } | null = null;
function remembered(model: Model): GeneratedFederation | null {
  if (last === null || JSON.stringify(last.model) !== JSON.stringify(model)) last = { model, federation: generatedFederation(model) };
  return last.federation;
}

function requestFor({ apiSchema }: GeneratedFederation, operation: OperationModel, options: { defers?: boolean } = {}): Request {
  const { query, variables } = writeOperation(operation, apiSchema, options);
  const document = parse(query);
  if (options.defers !== true) expect(validate(apiSchema, document)).toEqual([]);
  return { text: query, document, variables, operationName: null };
}
