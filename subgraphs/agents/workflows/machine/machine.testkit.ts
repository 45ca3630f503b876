import fc from 'fast-check';
import type { Json } from '../json.ts';
import { parseDefinition } from '../definition/read-definition.ts';
import type { WorkflowDefinition } from '../definition/definition.ts';
import type { FlowCommand, FlowEvent, FlowTransition } from './flow-event.ts';
import type { FlowGiven, FlowState } from './flow-state.ts';
import { beginFlow, react } from './machine.ts';
import { compile, type Program } from './program.ts';

export const GIVEN: FlowGiven = { runId: 'r', startedAtMs: 1_000, input: { n: 3 }, maxActive: 4, maxCalls: 5_000 };

/** A definition from what a person would write. */
export function defined(document: Readonly<Record<string, unknown>>): WorkflowDefinition {
  const read = parseDefinition({ name: 'flow', title: 'Flow', input: { n: { type: 'NUMBER' } }, ...document });
  if (read.kind === 'FAULTY') throw new Error(JSON.stringify(read.problems));
  return read.definition;
}

type Written = Readonly<Record<string, unknown>>;

const tails: fc.Arbitrary<Written> = fc.record(
  {
    onError: fc.constantFrom('FAIL', 'FAIL', 'SKIP'),
    when: fc.constantFrom({ left: '{{input.n}}', is: 'GT', right: 2 }, { left: '{{input.n}}', is: 'GT', right: 5 }),
  },
  { requiredKeys: ['onError'] },
);
const calls: fc.Arbitrary<Written> = fc.record(
  { retry: fc.constant({ maxAttempts: 3, firstDelayMs: 10 }), compensate: fc.constant({ tool: 'undo', input: { of: '{{output}}' } }) },
  { requiredKeys: [] },
);

function steps(depth: number): fc.Arbitrary<readonly Written[]> {
  return fc
    .array(fc.tuple(step(depth), tails, fc.array(fc.nat(9), { maxLength: 3 }), fc.tuple(fc.boolean(), fc.boolean())), {
      minLength: 1,
      maxLength: depth === 0 ? 5 : 3,
    })
    .map((each) => {
      const list = each.map(([body, tail, needs], index) => ({
        ...body,
        ...tail,
        id: `s${index}`,
        dependsOn: index === 0 ? [] : [...new Set(needs.map((need) => `s${need % index}`))],
      }));
      return list.map((body) => {
        if (!('then' in body)) return body;
        const after = list.filter(({ dependsOn }) => dependsOn.includes(body.id)).map(({ id }) => id);
        // oxlint-disable-next-line unicorn/no-thenable -- A word of the format; it is a list, never a function.
        return { ...body, then: after.slice(0, 1), else: after.slice(1) };
      });
    });
}

function step(depth: number): fc.Arbitrary<Written> {
  const simple: fc.Arbitrary<Written>[] = [
    calls.map((more) => ({ kind: 'TOOL', tool: 'do', input: { n: '{{input.n}}' }, ...more })),
    calls.map((more) => ({ kind: 'TOOL', tool: 'do', ...more })),
    calls.map((more) => ({ kind: 'WORKFLOW', workflow: 'child', timeoutMs: 50, ...more })),
    fc.constant({ kind: 'WAIT', forMs: 5, event: { topic: 'connectors.sync-finished' } }),
    fc.constant({ kind: 'APPROVAL', intent: 'May I?' }),
    // oxlint-disable-next-line unicorn/no-thenable -- A word of the format; it is a list, never a function.
    fc.constantFrom(2, 5).map((than) => ({ kind: 'CONDITION', if: { left: '{{input.n}}', is: 'GT', right: than }, then: [], else: [] })),
  ];
  if (depth >= 2) return fc.oneof(...simple);
  const inner = steps(depth + 1);
  return fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...simple) },
    {
      weight: 1,
      arbitrary: fc.tuple(inner, fc.nat(4), fc.integer({ min: 1, max: 3 })).map(([steps, count, concurrency]) => ({
        kind: 'MAP',
        over: Array.from({ length: count }, (_none, index) => index),
        maxItems: 10,
        concurrency,
        steps,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), fc.constantFrom('ALL', 'ANY')).map(([branches, join]) => ({
        kind: 'PARALLEL',
        join,
        branches: branches.map((steps, index) => ({ id: `b${index}`, steps })),
      })),
    },
    {
      weight: 1,
      arbitrary: inner.map((steps) => ({ kind: 'REPEAT', until: { left: '{{round}}', is: 'GTE', right: 2 }, maxRounds: 3, steps })),
    },
  );
}

export const definitions: fc.Arbitrary<WorkflowDefinition> = fc
  .tuple(steps(0), fc.constantFrom('COMPENSATE', 'STOP'))
  .map(([steps, onFailure]) => defined({ steps, onFailure }));

/** How a thing that was asked for ends; `fail` is how many in eight calls fail. */
export interface Luck {
  picks: readonly number[];
  fail: number;
  /** No timer fires before everything else is answered. */
  patient?: boolean;
}
export const lucks: fc.Arbitrary<Luck> = fc.record({
  picks: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
  fail: fc.constantFrom(0, 1, 3),
});

/** The world around a flow: it remembers what was asked for, and answers in an order of its own. */
export class World {
  readonly program: Program;
  flow: FlowState;
  readonly events: FlowEvent[] = [];
  readonly asked = new Map<string, FlowCommand & { path: string }>();
  readonly timers = new Map<string, number>();
  readonly said: FlowCommand[] = [];
  /** By the last thing that happened. */
  changed: readonly string[] = [];
  now = GIVEN.startedAtMs;
  private turn = 0;
  private readonly luck: Luck;

  constructor(definition: WorkflowDefinition, luck: Luck, given: FlowGiven = GIVEN) {
    this.program = compile(definition);
    this.luck = luck;
    const first = beginFlow(this.program, given);
    this.flow = first.flow;
    this.take(first);
  }

  happen(event: FlowEvent): FlowTransition {
    const transition = react(this.program, this.flow, event);
    this.events.push(event);
    this.flow = transition.flow;
    this.changed = transition.changed;
    this.take(transition);
    return transition;
  }

  /** Answers one thing that was asked for. @returns false when there is nothing */
  answer(): boolean {
    const open = [...this.asked.values()];
    const due = [...this.timers].map(([path, atMs]) => ({ kind: 'TIMER' as const, path, atMs }));
    const all = this.luck.patient === true && open.length > 0 ? open : [...open, ...due];
    const chosen = all[this.pick(all.length)];
    if (chosen === undefined) return false;
    if (chosen.kind === 'TIMER') {
      this.timers.delete(chosen.path);
      this.now = Math.max(this.now, chosen.atMs);
      this.happen({ kind: 'TIMER', path: chosen.path, atMs: this.now });
      return true;
    }
    this.now += 1;
    this.asked.delete(chosen.path);
    this.happen(this.answerTo(chosen));
    return true;
  }

  pick(count: number): number {
    this.turn += 1;
    const { picks } = this.luck;
    return ((picks[this.turn % picks.length] ?? 0) + this.turn * 7) % Math.max(count, 1);
  }

  private answerTo(command: FlowCommand & { path: string }): FlowEvent {
    const { path } = command;
    const atMs = this.now;
    if (command.kind === 'ASK') {
      const decision = this.pick(8) < this.luck.fail ? ('REJECTED' as const) : ('APPROVED' as const);
      return { kind: 'DECIDED', path, atMs, decision: { decision, comment: null, payload: null, decidedBy: 'p' } };
    }
    if (command.kind === 'AWAIT_EVENT') return { kind: 'ARRIVED', path, atMs, event: { a: 1 } };
    const attempt = 'attempt' in command ? command.attempt : 0;
    if (command.kind === 'STOP' && this.pick(3) > 0) return { kind: 'STOPPED', path, attempt, atMs };
    if (this.pick(8) < this.luck.fail)
      return { kind: 'FAILED', path, attempt, atMs, again: this.pick(2) === 0, problem: { code: 'X', message: `${path} broke` } };
    return { kind: 'DONE', path, attempt, atMs, output: { path } satisfies Json };
  }

  take({ commands }: Pick<FlowTransition, 'commands'>): void {
    for (const command of commands) {
      this.said.push(command);
      if (command.kind === 'TIMER') this.timers.set(command.path, command.atMs);
      else if (command.kind === 'WITHDRAW') {
        this.timers.delete(command.path);
        this.asked.delete(command.path);
      } else if (command.kind !== 'END') this.asked.set(command.path, command);
    }
  }
}
