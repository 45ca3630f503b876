import { setTimeout as pause } from 'node:timers/promises';
import { assertNever } from '../../../kernel/assert-never.ts';
import { RunLost, type StepContext } from '../../../kernel/runs/workflow.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { FlowState } from '../machine/flow-state.ts';
import { react } from '../machine/machine.ts';
import type { Program } from '../machine/program.ts';
import { progressOf } from '../machine/progress.ts';
import { headOf } from '../machine/stored-flow.ts';
import { RunCalls } from '../../trust/run-calls.ts';
import { activityOf } from './activity.ts';
import type { WorkflowDeps } from './deps.ts';
import type { FlowWriter, Wanted } from './flow-writer.ts';
import { Hands } from './hands.ts';
import type { LoadedRun } from './loaded-run.ts';
import { Purse } from './purse.ts';
import { lookAround, Outside } from './outside.ts';
import type { RunAtHand } from './run-at-hand.ts';
import { FREE } from './settlement.ts';
import { StepRecords } from './step-records.ts';
import { UnderWay, type News } from './under-way.ts';

/** How often a run that works and waits at the same time looks for what has come. */
const LOOK_MS = 1_000;
/** How long calls that are under way may take to end when the process stops. */
const LAST_CALLS_MS = 3_000;

/**
 * Carries a run as far as it goes: does what the machine says is ready, and writes what it came to, each change once. Between two changes everything is
 * in the database, so another process can go on from any of them.
 */
export class FlowRunner {
  readonly #deps: WorkflowDeps;
  readonly #writer: FlowWriter;
  readonly #context: StepContext;
  readonly #program: Program;
  readonly #run: RunAtHand;
  readonly #row: LoadedRun['row'];
  readonly #underWay = new UnderWay();
  readonly #records: StepRecords;
  readonly #outside: Outside;
  readonly #hands: Hands;
  #flow: FlowState;
  readonly #purse: Purse;

  constructor(deps: WorkflowDeps, writer: FlowWriter, context: StepContext, loaded: LoadedRun) {
    const { row } = loaded;
    this.#deps = deps;
    this.#writer = writer;
    this.#context = context;
    this.#program = loaded.program;
    this.#row = row;
    this.#flow = loaded.flow;
    this.#records = new StepRecords(loaded);
    this.#purse = new Purse({ tokens: row.tokens, micros: row.micros });
    this.#run = {
      tenantId: context.tenantId,
      runId: context.runId,
      epoch: context.epoch,
      agentId: row.agentId,
      mode: row.mode,
      limits: { tokens: row.maxTokens, micros: row.maxMicros },
      database: deps.system.database,
      logger: deps.system.logger,
      calls: new RunCalls(loaded.calls),
      spent: () => this.#purse.used,
      hold: (path, cost) => this.#purse.hold(path, cost),
      progress: () => progressOf(this.#program, this.#flow),
    };
    this.#outside = new Outside(deps, this.#run, loaded);
    this.#hands = new Hands({
      deps,
      program: this.#program,
      run: this.#run,
      outside: this.#outside,
      underWay: this.#underWay,
      flow: () => this.#flow,
      wasHeldUp: (path) => this.#records.wasHeldUp(path),
    });
  }

  /** @returns how the flow ended; null: it waits, and the worker has let go of it. @throws RunLost */
  async carry(loaded: LoadedRun): Promise<FlowState['outcome']> {
    try {
      if (loaded.changed.length > 0) await this.#save([], loaded.changed, loaded.commands);
      else for (const command of loaded.commands) this.#hands.doUnless(this.#flow.paused, command);
      for (;;) {
        await this.#takeIn();
        if (this.#flow.outcome !== null) return this.#flow.outcome;
        if (!this.#underWay.isEmpty) await this.#waitForMore();
        else if (await this.#letGo()) return null;
      }
    } finally {
      this.#underWay.end();
    }
  }

  /** Lets the machine decide about everything that has come in, and writes it at once. */
  async #takeIn(): Promise<void> {
    const { inbox } = this.#underWay;
    for (let news = inbox.take(); news.length > 0; news = inbox.take()) {
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
    const now = this.#deps.system.clock();
    const steps = paths.map((path) => this.#records.changed(this.#flow, path, settledOf.get(path), now));
    for (const [path, { cost }] of settledOf) this.#purse.spend(path, cost ?? FREE);
    const events = activityOf(this.#program, this.#row, this.#run.progress(), {
      steps,
      settledOf,
      commands,
      news: news.map(({ event }) => event),
    });
    const works = [...settledOf.values()].flatMap(({ work }) => (work === undefined ? [] : [work]));
    const wanted = await this.#writer.write(this.#run, { head: headOf(this.#flow), steps, events, works });
    const unwanted = wanted === 'PAUSE' || (wanted === 'CANCEL' && this.#flow.cancelled === null);
    for (const command of commands) this.#hands.doUnless(unwanted, command);
    if (!this.#flow.paused && wanted === 'HELD') this.#hands.goOn();
    await this.#heed(wanted);
  }

  /** Does what a person asked for while it worked. */
  async #heed(wanted: Wanted): Promise<void> {
    switch (wanted) {
      case 'HELD':
        if (this.#flow.paused) this.#underWay.tell({ kind: 'RESUME', atMs: this.#now() });
        return;
      case 'PAUSE':
        if (!this.#flow.paused) this.#underWay.tell({ kind: 'PAUSE', atMs: this.#now() });
        return;
      case 'CANCEL':
        if (this.#flow.cancelled === null)
          this.#underWay.tell({ kind: 'CANCEL', atMs: this.#now(), reason: 'A person ended it.', hard: false });
        return;
      case 'STOP':
        // The kernel ends it with this commit, and says so.
        await this.#context.commit(async () => undefined);
        throw new RunLost(this.#run.runId);
      default:
        assertNever(wanted);
    }
  }

  /** Until a call has ended, something is due, or what is waited for may have come. */
  async #waitForMore(): Promise<void> {
    const { signal } = this.#context;
    const { inbox } = this.#underWay;
    const due = this.#outside.nextDueMs();
    const looks = this.#outside.waits ? LOOK_MS : null;
    const untilDue = due === null ? null : Math.max(0, due - this.#now());
    const forMs = looks === null || untilDue === null ? (looks ?? untilDue) : Math.min(looks, untilDue);
    await inbox.wait(forMs, signal);
    if (signal.aborted) return this.#finishCalls();
    if (inbox.isEmpty && forMs !== null) {
      const found = await this.#run.database.unitOfWork(this.#run.tenantId, (unit) =>
        lookAround(unit, this.#outside, this.#flow, this.#now()),
      );
      for (const event of found) this.#underWay.tell(event);
    }
  }

  /** The process stops, or the run is to end: what is under way may end, nothing else begins. @throws what the signal was aborted with */
  async #finishCalls(): Promise<never> {
    const { signal } = this.#context;
    this.#hands.close();
    const deadline = this.#now() + LAST_CALLS_MS;
    while (!this.#underWay.isEmpty && this.#now() < deadline) await pause(20);
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
    for (const event of found) this.#underWay.tell(event);
    return false;
  }

  #now(): number {
    return this.#deps.system.clock().getTime();
  }
}

function pathOf(event: FlowEvent): string {
  return 'path' in event ? event.path : '';
}
