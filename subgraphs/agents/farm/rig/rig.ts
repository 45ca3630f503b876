import { setImmediate as turn } from 'node:timers/promises';
import type { CompiledRules } from '../../governance/compiled-rules.ts';
import { ToolFailure, type Tools } from '../../tools/tool.ts';
import type { Json } from '../../workflows/json.ts';
import { outstanding } from '../../workflows/machine/asked.ts';
import type { FlowCommand, FlowEvent, FlowTransition } from '../../workflows/machine/flow-event.ts';
import type { FlowGiven, FlowState } from '../../workflows/machine/flow-state.ts';
import { beginFlow, react } from '../../workflows/machine/machine.ts';
import { compile, type Program } from '../../workflows/machine/program.ts';
import { factsOf } from '../../workflows/machine/stored-flow.ts';
import { FaultsAtHand } from '../faults-at-hand.ts';
import { REHEARSAL_TIMEOUT_MS, type Plan } from '../plan.ts';
import { PROBLEMS } from '../oracle.ts';
import { replySchema } from '../reply.ts';
import { keyOf, type RunRecord } from '../run-record.ts';
import { TIERS, type FarmAgent } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule.ts';
import { FarmWorld } from '../world.ts';
import { FarmClock } from './clock.ts';
import { amountOf } from '../rules.ts';
import { StoredText } from './stored-text.ts';
import { farmTools } from './tools.ts';

/** Calls of one run side by side. */
const MAX_ACTIVE = 4;
/** How long the farm's person takes. */
const PERSON_MS = 30_000;
/** Jumps of the clock, far beyond what any scenario takes. */
const MAX_JUMPS = 100_000;

type Call = Extract<FlowCommand, { kind: 'CALL' | 'UNDO' }>;

/**
 * Carries out one workflow with the product's own machine, judge and tool port, in a time of its own. What a worker would have stored is kept as
 * text; what it would only remember dies with it.
 */
export class Rig {
  private readonly program: Program;
  private readonly clock = new FarmClock();
  private readonly world = new FarmWorld();
  private readonly faults: FaultsAtHand;
  private readonly tools: Tools;
  private given: FlowGiven;
  private flow: FlowState;
  private readonly stored = new StoredText();
  /** Said by the farm's person, by address. */
  private readonly decided = new Map<string, 'APPROVED' | 'REJECTED'>();
  private readonly asked = new Set<string>();
  private readonly charged = new Set<string>();
  private worker = new AbortController();
  private workersLost = 0;
  private readonly calls = new Map<string, AbortController>();
  private readonly done: string[] = [];
  private readonly undone: string[] = [];
  private readonly rules: CompiledRules;
  private readonly agent: FarmAgent;

  constructor({ workflow, definition }: Plan, schedule: Schedule, agent: FarmAgent, rules: CompiledRules, seed: number) {
    this.program = compile(definition);
    this.agent = agent;
    this.rules = rules;
    this.faults = new FaultsAtHand(schedule);
    this.tools = farmTools({ clock: this.clock, world: this.world, faults: this.faults, seed, tier: agent.tier });
    this.given = { runId: workflow.id, startedAtMs: 0, input: { tier: agent.tier }, maxActive: MAX_ACTIVE, maxCalls: 10_000 };
    this.flow = beginFlow(this.program, this.given).flow;
  }

  async run(): Promise<RunRecord> {
    this.take(beginFlow(this.program, this.given));
    for (let jumps = 0; this.flow.outcome === null && jumps < MAX_JUMPS; jumps += 1) {
      await turn();
      if (this.flow.outcome === null && !this.clock.next()) break;
    }
    this.worker.abort();
    const { outcome } = this.flow;
    return {
      status: outcome?.status ?? 'STUCK',
      problem: outcome?.problem ?? null,
      done: this.done,
      undone: this.undone,
      cut: [],
      approvals: this.asked.size,
      costMicros: this.charged.size * TIERS[this.agent.tier],
      tookMs: this.clock.now,
      workersLost: this.workersLost,
      faults: this.faults.taken,
      standing: this.world.standing(),
    };
  }

  private happen(event: FlowEvent): void {
    this.take(react(this.program, this.flow, event));
  }

  /** Stores what changed, then does what is to be done. */
  private take({ flow, commands, changed }: FlowTransition): void {
    for (const path of changed) {
      const facts = factsOf(this.program, flow, path);
      const before = factsOf(this.program, this.flow, path)?.status;
      if (facts?.status === 'DONE' && before !== 'DONE' && this.isCall(path)) this.done.push(path);
      // What is done last may be undone in the same moment.
      if (facts?.status === 'UNDOING' && before !== 'DONE' && before !== 'UNDOING' && before !== 'UNDO_WAITING') this.done.push(path);
      if (facts?.status === 'UNDONE' && before !== 'UNDONE') this.undone.push(path);
    }
    this.flow = flow;
    this.stored.keep(this.program, flow, changed);
    for (const command of commands) this.do(command);
  }

  private isCall(path: string): boolean {
    return !['all', 'map', 'loop'].includes(path);
  }

  private do(command: FlowCommand): void {
    switch (command.kind) {
      case 'CALL':
      case 'UNDO':
        this.begin(command);
        break;
      case 'TIMER': {
        const { path, atMs } = command;
        this.whileAlive(atMs - this.clock.now, () => this.happen({ kind: 'TIMER', path, atMs: this.clock.now }));
        break;
      }
      case 'STOP':
        this.stop(command.path, command.attempt);
        break;
      case 'WITHDRAW':
      case 'END':
      case 'MODEL':
      case 'START_CHILD':
      case 'ASK':
      case 'AWAIT_EVENT':
      default:
    }
  }

  private begin(command: Call): void {
    if (command.kind === 'CALL' && this.faults.once(command.path, 'MEMORY_PRESSURE') !== null) this.takeUpAgain(1);
    const call = new AbortController();
    this.calls.set(command.path, call);
    void this.carryOut(command, call, this.worker);
  }

  private async carryOut(command: Call, call: AbortController, worker: AbortController): Promise<void> {
    const event = await this.act(command, AbortSignal.any([call.signal, worker.signal]));
    if (worker.signal.aborted || this.calls.get(command.path) !== call) return;
    this.calls.delete(command.path);
    this.answered(command, event);
  }

  private answered(command: Call, event: FlowEvent): void {
    const killed = event.kind === 'DONE' && command.kind === 'CALL' ? this.faults.once(command.path, 'WORKER_KILLED') : null;
    if (killed?.moment === 'BEFORE_CHECKPOINT') return this.loseWorker();
    if (killed === null) return this.happen(event);
    // Kept, and then nothing of what it said is begun.
    const transition = react(this.program, this.flow, event);
    this.take({ ...transition, commands: [] });
    if (this.flow.outcome === null) this.loseWorker();
  }

  /** Judged, called with an end, and looked at: as an event for the machine. */
  private async act({ kind, path, attempt, tool, input }: Call, signal: AbortSignal): Promise<FlowEvent> {
    const failed = (code: string, message: string, again: boolean): FlowEvent => ({
      kind: 'FAILED',
      path,
      attempt,
      atMs: this.clock.now,
      problem: { code, message },
      again,
    });
    const found = await this.tools.find('farm', tool);
    if (found === null) return failed('TOOL_UNKNOWN', tool, false);
    if (kind === 'CALL') {
      const said = this.judge(path, attempt, tool, found.complexity);
      if (said === 'DENIED') return failed('ACTION_DENIED', 'The policy does not allow it.', false);
      if (said === 'REJECTED') return failed('ACTION_REJECTED', 'A person said no.', false);
      if (said === 'ASKED') return { kind: 'PARKED', path, attempt, atMs: this.clock.now };
    }
    const idempotencyKey = keyOf(this.given.runId, path, kind);
    try {
      this.charged.add(`${idempotencyKey}:${attempt}`);
      const call = { tenantId: 'farm', agentId: this.agent.id, runId: this.given.runId, path, idempotencyKey, input };
      const { output } = await this.clock.inTime(REHEARSAL_TIMEOUT_MS, signal, (within) => found.call({ ...call, signal: within }));
      const reply = replySchema.safeParse(output);
      if (!reply.success) return failed(PROBLEMS.CORRUPTED_PAYLOAD, 'It answered with something else than it should.', true);
      return { kind: 'DONE', path, attempt, atMs: this.clock.now, output: reply.data satisfies Json };
    } catch (error) {
      if (error instanceof ToolFailure) return failed(error.code, error.message, error.again);
      return failed('TOOL_BROKEN', 'It was called off.', true);
    }
  }

  private judge(path: string, attempt: number, action: string, complexity: 1 | 2 | 3 | 4): 'GO' | 'ASKED' | 'DENIED' | 'REJECTED' {
    const fault = this.faults.policy(path);
    const amountMicros = amountOf(fault);
    const { id: agentId } = this.agent;
    const { verdict } = this.rules.judge({ tenantId: 'farm', agentId, action, complexity, amountMicros, runId: this.given.runId, path });
    if (verdict === 'DENY' || verdict === 'TRAIN') return 'DENIED';
    if (verdict !== 'PROPOSE') return 'GO';
    const decision = this.decided.get(path);
    if (decision !== undefined) return decision === 'APPROVED' ? 'GO' : 'REJECTED';
    if (!this.asked.has(path)) {
      this.asked.add(path);
      // People outlive workers.
      this.clock.after(PERSON_MS, () => {
        this.decided.set(path, fault?.verdict === 'REJECT' ? 'REJECTED' : 'APPROVED');
        this.happen({ kind: 'WOKEN', path, attempt, atMs: this.clock.now });
      });
    }
    return 'ASKED';
  }

  /** A call that ought to stop: what is there already is said to be done, so that it can be undone. */
  private stop(path: string, attempt: number): void {
    const reply = this.world.replyTo(keyOf(this.given.runId, path, 'CALL'));
    this.calls.get(path)?.abort();
    this.calls.delete(path);
    this.whileAlive(1, () => {
      if (reply === undefined) this.happen({ kind: 'STOPPED', path, attempt, atMs: this.clock.now });
      else this.happen({ kind: 'DONE', path, attempt, atMs: this.clock.now, output: { ...reply } });
    });
  }

  private whileAlive(ms: number, fire: () => void): void {
    const { worker } = this;
    this.clock.after(Math.max(ms, 0), () => {
      if (!worker.signal.aborted) fire();
    });
  }

  /** The process dies: what it was doing is lost, another one goes on from what was stored. */
  private loseWorker(): void {
    this.workersLost += 1;
    this.worker.abort();
    this.worker = new AbortController();
    this.calls.clear();
    this.takeUpAgain(this.given.maxActive);
    for (const command of outstanding(this.program, this.flow)) this.do(command);
  }

  private takeUpAgain(maxActive: number): void {
    this.given = { ...this.given, maxActive };
    this.flow = this.stored.takeUp(this.program, this.given);
  }
}
