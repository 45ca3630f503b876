import { setTimeout as pause } from 'node:timers/promises';
import { assertNever } from '../../../kernel/assert-never.ts';
import { RunLost, type StepContext } from '../../../kernel/runs/workflow.ts';
import type { Cost } from '../../tools/tool.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { FlowState, StepFacts } from '../machine/flow-state.ts';
import { react } from '../machine/machine.ts';
import type { Program } from '../machine/program.ts';
import { progressOf } from '../machine/progress.ts';
import { factsOf, headOf, stepOf } from '../machine/stored-flow.ts';
import { act } from './action.ts';
import { activityOf } from './activity.ts';
import { approvedBefore } from './approved-before.ts';
import { Inbox } from './inbox.ts';
import type { LoadedRun } from './loaded-run.ts';
import { lookAround, Outside } from './outside.ts';
import type { WorkflowDeps } from './deps.ts';
import type { RunAtHand } from './run-at-hand.ts';
import { saveFlow, type ChangedStep, type Wanted } from './save-flow.ts';
import { FREE, type Settled, type WaitsFor } from './settlement.ts';
import { writeModel } from './write-model.ts';

/** How often a run that works and waits at the same time looks for what has come. */
const LOOK_MS = 1_000;
/** How long calls that are under way may take to end when the process stops. */
const LAST_CALLS_MS = 3_000;
const BEGINNING: ReadonlySet<FlowCommand['kind']> = new Set(['CALL', 'MODEL', 'UNDO', 'START_CHILD']);
const FINAL = new Set(['DONE', 'SKIPPED', 'FAILED', 'CANCELLED', 'UNDONE', 'NOT_UNDONE']);

/** Something that happened, with what is kept of it. */
interface News {
  event: FlowEvent;
  settled?: Settled;
}

/**
 * Carries a run as far as it goes: does what the machine says is ready, and writes what it came to, each change once. Between two changes everything is
 * in the database, so another process can go on from any of them.
 */
export class FlowRunner {
  readonly #deps: WorkflowDeps;
  readonly #context: StepContext;
  readonly #program: Program;
  readonly #run: RunAtHand;
  readonly #row: LoadedRun['row'];
  readonly #inbox = new Inbox<News>();
  readonly #calls = new Map<string, AbortController>();
  readonly #positions: Map<string, number>;
  readonly #heldUp: Map<string, WaitsFor>;
  readonly #outside: Outside;
  readonly #over = new AbortController();
  #flow: FlowState;
  #spent: Cost;
  #heldBack: FlowCommand[] = [];
  #asides = 0;
  /** Nothing begins any more. */
  #closing = false;

  constructor(deps: WorkflowDeps, context: StepContext, loaded: LoadedRun) {
    const { row } = loaded;
    this.#deps = deps;
    this.#context = context;
    this.#program = loaded.program;
    this.#row = row;
    this.#flow = loaded.flow;
    this.#positions = new Map(loaded.positions);
    this.#heldUp = new Map(loaded.heldUp);
    this.#spent = { tokens: row.tokens, micros: row.micros };
    this.#run = {
      tenantId: context.tenantId,
      runId: context.runId,
      epoch: context.epoch,
      agentId: row.agentId,
      mode: row.mode,
      limits: { tokens: row.maxTokens, micros: row.maxMicros },
      database: deps.system.database,
      logger: deps.system.logger,
      spent: () => this.#spent,
      progress: () => progressOf(this.#program, this.#flow),
    };
    this.#outside = new Outside(deps, this.#run, loaded);
  }

  /** @returns how the flow ended; null: it waits, and the worker has let go of it. @throws RunLost */
  async carry(loaded: LoadedRun): Promise<FlowState['outcome']> {
    try {
      if (loaded.changed.length > 0) await this.#save([], loaded.changed, loaded.commands);
      else for (const command of loaded.commands) this.#doUnless(this.#flow.paused, command);
      for (;;) {
        await this.#takeIn();
        if (this.#flow.outcome !== null) return this.#flow.outcome;
        if (this.#calls.size > 0) await this.#waitForMore();
        else if (await this.#letGo()) return null;
      }
    } finally {
      this.#over.abort();
      for (const call of this.#calls.values()) call.abort();
    }
  }

  /** Lets the machine decide about everything that has come in, and writes it at once. */
  async #takeIn(): Promise<void> {
    for (let news = this.#inbox.take(); news.length > 0; news = this.#inbox.take()) {
      const changed = new Set<string>();
      const commands: FlowCommand[] = [];
      const kept: News[] = [];
      for (const each of news) {
        const transition = react(this.#program, this.#flow, each.event);
        if (each.settled !== undefined || transition.accepted) kept.push(each);
        if (!transition.accepted) continue;
        this.#flow = transition.flow;
        for (const path of transition.changed) changed.add(path);
        commands.push(...transition.commands);
      }
      if (kept.length > 0) await this.#save(kept, [...changed], commands);
    }
  }

  async #save(news: readonly News[], changed: readonly string[], commands: readonly FlowCommand[]): Promise<void> {
    const settledOf = new Map(news.flatMap(({ event, settled }) => (settled === undefined ? [] : [[pathOf(event), settled] as const])));
    const paths = [...new Set([...changed, ...settledOf.keys()])];
    const steps = paths.map((path) => this.#changedStep(path, settledOf.get(path)));
    for (const { cost } of settledOf.values()) this.#spend(cost ?? FREE);
    const events = activityOf(this.#program, this.#row, this.#run.progress(), {
      steps,
      settledOf,
      commands,
      news: news.map(({ event }) => event),
    });
    const works = [...settledOf.values()].flatMap(({ work }) => (work === undefined ? [] : [work]));
    const wanted = await saveFlow(this.#run, { head: headOf(this.#flow), steps, events, works });
    const unwanted = wanted === 'PAUSE' || (wanted === 'CANCEL' && this.#flow.cancelled === null);
    for (const command of commands) this.#doUnless(unwanted, command);
    if (!this.#flow.paused && wanted === 'HELD') for (const command of this.#heldBack.splice(0)) this.#do(command);
    await this.#heed(wanted);
  }

  #changedStep(path: string, settled: Settled | undefined): ChangedStep {
    const facts = factsOf(this.#program, this.#flow, path);
    if (facts === null) throw new Error(`the run ${this.#run.runId} has no step ${path}`);
    const position = this.#positions.get(path) ?? this.#positions.size;
    this.#positions.set(path, position);
    const now = this.#deps.system.clock().toISOString();
    const waitsFor = settled?.outcome.kind === 'PARKED' ? settled.outcome.waitsFor : null;
    if (waitsFor !== null) this.#heldUp.set(path, waitsFor);
    return {
      path,
      position,
      status: facts.status,
      state: facts,
      input: settled?.input,
      waits_for: waitsFor,
      tokens: settled?.cost?.tokens ?? 0,
      micros: settled?.cost?.micros ?? 0,
      started_at: hasBegun(facts) ? now : null,
      finished_at: FINAL.has(facts.status) ? now : null,
    };
  }

  #spend({ tokens, micros }: Cost): void {
    this.#spent = { tokens: this.#spent.tokens + tokens, micros: this.#spent.micros + micros };
  }

  /** Does what a person asked for while it worked. */
  async #heed(wanted: Wanted): Promise<void> {
    switch (wanted) {
      case 'HELD':
        if (this.#flow.paused) this.#tell({ kind: 'RESUME', atMs: this.#now() });
        return;
      case 'PAUSE':
        if (!this.#flow.paused) this.#tell({ kind: 'PAUSE', atMs: this.#now() });
        return;
      case 'CANCEL':
        if (this.#flow.cancelled === null) this.#tell({ kind: 'CANCEL', atMs: this.#now(), reason: 'A person ended it.', hard: false });
        return;
      case 'STOP':
        // The kernel ends it with this commit, and says so.
        await this.#context.commit(async () => undefined);
        throw new RunLost(this.#run.runId);
      default:
        assertNever(wanted);
    }
  }

  /** What a person does not want to begin is kept until they do. */
  #doUnless(unwanted: boolean, command: FlowCommand): void {
    if (unwanted && BEGINNING.has(command.kind)) this.#heldBack.push(command);
    else this.#do(command);
  }

  #do(command: FlowCommand): void {
    if (this.#closing) return;
    switch (command.kind) {
      case 'CALL':
      case 'UNDO':
        this.#call(command, (stop) => act(this.#deps.ports, this.#run, this.#actionOf(command, stop)));
        return;
      case 'MODEL':
        this.#call(command, () => writeModel(this.#deps.ports, this.#run, command));
        return;
      case 'START_CHILD':
        this.#call(command, () => this.#outside.child(command));
        return;
      case 'ASK':
      case 'AWAIT_EVENT':
      case 'TIMER':
        this.#aside(() => this.#outside.begin(command, this.#program));
        return;
      case 'WITHDRAW':
        this.#aside(() => this.#outside.withdraw(command.path));
        return;
      case 'STOP':
        this.#stop(command);
        return;
      case 'END':
        return;
      default:
        assertNever(command);
    }
  }

  #actionOf(command: Extract<FlowCommand, { kind: 'CALL' | 'UNDO' }>, stop: AbortSignal): Parameters<typeof act>[2] {
    const { path, tool, input, kind } = command;
    return {
      path,
      address: addressOf(path, kind),
      tool,
      input,
      step: stepOf(this.#program, path),
      heldUp: this.#heldUp.has(path),
      approved: kind === 'UNDO' ? null : approvedBefore(this.#program, this.#flow, path),
      stop,
    };
  }

  #call({ path, attempt, kind }: Extract<FlowCommand, { attempt: number }>, work: (stop: AbortSignal) => Promise<Settled>): void {
    const stop = new AbortController();
    const address = addressOf(path, kind);
    this.#calls.set(path, stop);
    void this.#answered(path, async () => {
      const settled = await work(stop.signal);
      if (this.#over.signal.aborted) return;
      if (settled.outcome.kind === 'PARKED') this.#outside.park(path, { attempt, address, waitsFor: settled.outcome.waitsFor });
      this.#inbox.put({ event: eventOf(settled, path, attempt, this.#now()), settled });
    });
  }

  /** Something that is done beside, and answered later by somebody else. */
  #aside(work: () => Promise<FlowEvent | null>): void {
    const aside = `aside ${(this.#asides += 1)}`;
    this.#calls.set(aside, new AbortController());
    void this.#answered(aside, async () => {
      const event = await work();
      if (event === null) this.#inbox.nudge();
      else this.#tell(event);
    });
  }

  /** It is under way until it has put in what came of it; an error ends the whole. */
  async #answered(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#inbox.break(error);
    } finally {
      this.#calls.delete(name);
    }
  }

  #stop({ path, attempt }: Extract<FlowCommand, { kind: 'STOP' }>): void {
    this.#heldBack = this.#heldBack.filter((command) => !('path' in command && command.path === path));
    const call = this.#calls.get(path);
    if (call !== undefined) call.abort();
    else this.#aside(() => this.#outside.stop(path, attempt));
  }

  #tell(event: FlowEvent): void {
    this.#inbox.put({ event });
  }

  /** Until a call has ended, something is due, or what is waited for may have come. */
  async #waitForMore(): Promise<void> {
    const { signal } = this.#context;
    const due = this.#outside.nextDueMs();
    const looks = this.#outside.waits ? LOOK_MS : null;
    const untilDue = due === null ? null : Math.max(0, due - this.#now());
    const forMs = looks === null || untilDue === null ? (looks ?? untilDue) : Math.min(looks, untilDue);
    await this.#inbox.wait(forMs, signal);
    if (signal.aborted) return this.#finishCalls();
    if (this.#inbox.isEmpty && forMs !== null) {
      const found = await this.#run.database.unitOfWork(this.#run.tenantId, (unit) =>
        lookAround(unit, this.#outside, this.#flow, this.#now()),
      );
      for (const event of found) this.#tell(event);
    }
  }

  /** The process stops, or the run is to end: what is under way may end, nothing else begins. @throws what the signal was aborted with */
  async #finishCalls(): Promise<never> {
    const { signal } = this.#context;
    this.#closing = true;
    const deadline = this.#now() + LAST_CALLS_MS;
    while (this.#calls.size > 0 && this.#now() < deadline) await pause(20);
    await this.#takeIn();
    signal.throwIfAborted();
    throw new RunLost(this.#run.runId);
  }

  /** Lets go of the worker, unless what is waited for has come. @returns whether it did */
  async #letGo(): Promise<boolean> {
    const found = await this.#context.commit(async (unit, step) => {
      const events = await lookAround(unit, this.#outside, this.#flow, this.#now());
      if (events.length > 0) return events;
      const { forMs, detail } = this.#outside.parking(this.#flow, this.#now());
      step.park(forMs, detail);
      return null;
    });
    if (found === null) return true;
    for (const event of found) this.#tell(event);
    return false;
  }

  #now(): number {
    return this.#deps.system.clock().getTime();
  }
}

/** What the machine is told of an outcome. */
function eventOf({ outcome }: Settled, path: string, attempt: number, atMs: number): FlowEvent {
  switch (outcome.kind) {
    case 'DONE':
      return { kind: 'DONE', path, attempt, atMs, output: outcome.output };
    case 'FAILED':
      return { kind: 'FAILED', path, attempt, atMs, problem: outcome.problem, again: outcome.again };
    case 'STOPPED':
    case 'PARKED':
      return { kind: outcome.kind, path, attempt, atMs };
    default:
      return assertNever(outcome);
  }
}

/** What approvals and effects of a call are known by. */
function addressOf(path: string, kind: FlowCommand['kind']): string {
  return kind === 'UNDO' ? `${path}#undo` : path;
}

function pathOf(event: FlowEvent): string {
  return 'path' in event ? event.path : '';
}

function hasBegun({ status }: StepFacts): boolean {
  return status !== 'PENDING' && status !== 'READY';
}
