import { sql } from 'kysely';
import { z } from 'zod';
import { assertNever } from '../../../kernel/assert-never.ts';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { childRunId } from '../runs/child-run-id.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { FlowState } from '../machine/flow-state.ts';
import type { Program } from '../machine/program.ts';
import { stepOf } from '../machine/stored-flow.ts';
import { isSettled } from './call-tool.ts';
import type { WorkflowDeps } from './deps.ts';
import type { LoadedRun } from './loaded-run.ts';
import type { RunAtHand } from './run-at-hand.ts';
import { failed, type Settled, type WaitsFor } from './settlement.ts';

/** A child whose end nobody told of is looked for this often. */
const CHILD_LOOK_MS = 60_000;
const DRY_RUN = 'This is a dry run.';
const wantedSchema = z.object({ wanted: z.enum(['PAUSE', 'CANCEL']).nullable() });
const arrivedSchema = z.object({ path: z.string(), event: z.json().nullable() });

/** A call that waits; `address` is what its approval and its effect are known by. */
export interface ParkedCall {
  attempt: number;
  address: string;
  waitsFor: WaitsFor;
  /** It ought to end; what it waits for has been told. */
  stopping?: boolean;
}

type Begun = Extract<FlowCommand, { kind: 'ASK' | 'AWAIT_EVENT' | 'TIMER' }>;

/** What a run waits for that others bring: people, events, runs of its own, time. */
export class Outside {
  readonly #deps: WorkflowDeps;
  readonly #run: RunAtHand;
  readonly #parked: Map<string, ParkedCall>;
  readonly #asked = new Set<string>();
  readonly #awaited = new Set<string>();
  readonly #timers = new Map<string, number>();

  constructor(deps: WorkflowDeps, run: RunAtHand, { parked }: LoadedRun) {
    this.#deps = deps;
    this.#run = run;
    this.#parked = new Map(parked);
  }

  get waits(): boolean {
    return this.#parked.size + this.#asked.size + this.#awaited.size > 0;
  }

  park(path: string, call: ParkedCall): void {
    this.#parked.set(path, call);
  }

  nextDueMs(): number | null {
    return this.#timers.size === 0 ? null : Math.min(...this.#timers.values());
  }

  /** Begins to wait. @returns what has come already */
  async begin(command: Begun, program: Program): Promise<FlowEvent | null> {
    const { path } = command;
    const atMs = this.#deps.system.clock().getTime();
    const dry = this.#run.mode === 'DRY';
    switch (command.kind) {
      case 'TIMER':
        // A rehearsal waits for nothing but the pauses between tries.
        if (dry && stepOf(program, path)?.kind === 'WAIT') return { kind: 'TIMER', path, atMs: Math.max(atMs, command.atMs) };
        this.#timers.set(path, command.atMs);
        return null;
      case 'ASK': {
        const decision = { decision: 'APPROVED' as const, comment: DRY_RUN, payload: command.payload, decidedBy: null };
        if (dry) return { kind: 'DECIDED', path, atMs, decision };
        await this.#unit((unit) => this.#ask(unit, command, program));
        this.#asked.add(path);
        return null;
      }
      case 'AWAIT_EVENT':
        if (dry) return { kind: 'ARRIVED', path, atMs, event: { dryRun: true } };
        await this.#unit((unit) => this.#await(unit, command));
        this.#awaited.add(path);
        return null;
    }
  }

  /** What is waited for at this address is not needed any more. */
  async withdraw(path: string): Promise<null> {
    this.#timers.delete(path);
    const [asked, awaited] = [this.#asked.delete(path), this.#awaited.delete(path)];
    if (asked) await this.#unit((unit) => this.#deps.ports.approvals.withdraw(unit, this.#run.runId, path));
    if (awaited) await this.#unit((unit) => this.#forget(unit, [path]));
    return null;
  }

  /** A call that no longer runs here ought to stop: one that waits for somebody, or was cut off. */
  async stop(path: string, attempt: number): Promise<FlowEvent | null> {
    const waiting = this.#parked.get(path);
    if (waiting?.waitsFor === 'CHILD') {
      waiting.stopping = true;
      await this.#unit((unit) => this.#deps.runs.wish(unit, this.#childId(path, attempt), 'CANCEL'));
      return null;
    }
    this.#parked.delete(path);
    const { approvals, effects } = this.#deps.ports;
    await this.#unit(async (unit) => {
      for (const address of [path, `${path}#undo`]) {
        await approvals.withdraw(unit, this.#run.runId, address);
        const key = `${this.#run.runId}:${address}`;
        if ((await effects.find(unit, key))?.state === 'PLANNED') await effects.doubt(unit, key, 'The run was ended while it was called.');
      }
    });
    return { kind: 'STOPPED', path, attempt, atMs: this.#deps.system.clock().getTime() };
  }

  /** Starts a run of its own, or says what became of it. */
  async child({ path, attempt, workflow, version, input }: Extract<FlowCommand, { kind: 'START_CHILD' }>): Promise<Settled> {
    const id = this.#childId(path, attempt);
    const { runId, agentId, mode } = this.#run;
    try {
      const ended = await this.#unit(async (unit) => {
        const known = await this.#deps.runs.outcomeOf(unit, id);
        if (known !== null) return known;
        await this.#deps.runs.start(unit, { id, agentId, workflow, version, input, mode, cause: { kind: 'RUN', runId, path } });
        return 'RUNNING';
      });
      if (ended === 'RUNNING') return { outcome: { kind: 'PARKED', waitsFor: 'CHILD' }, input };
      if (ended.status === 'SUCCEEDED') return { outcome: { kind: 'DONE', output: ended.output }, input };
      if (ended.status === 'CANCELLED') return { outcome: { kind: 'STOPPED' }, input };
      return { outcome: { kind: 'FAILED', problem: ended.problem ?? CHILD_FAILED, again: false }, input };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return failed({ problem: { code: error.code, message: error.message }, again: false, doubt: false });
    }
  }

  /** What has come of all this. */
  async news(unit: UnitOfWork, now: number): Promise<FlowEvent[]> {
    const events: FlowEvent[] = [];
    for (const [path, dueMs] of this.#timers) if (dueMs <= now) events.push({ kind: 'TIMER', path, atMs: now });
    for (const event of events) if ('path' in event) this.#timers.delete(event.path);
    for (const path of this.#asked) {
      const decided = await this.#deps.ports.approvals.decided(unit, this.#run.runId, path);
      if (decided === null) continue;
      const { decision, comment, payload, decidedBy } = decided;
      this.#asked.delete(path);
      events.push({ kind: 'DECIDED', path, atMs: now, decision: { decision, comment, payload, decidedBy } });
    }
    if (this.#awaited.size > 0) {
      const { rows } = await sql`select path, event from workflow_wait
        where run_id = ${this.#run.runId} and tenant_id = ${unit.tenantId} and event is not null`.execute(unit.sql);
      for (const { path, event } of rows.map((row) => arrivedSchema.parse(row))) {
        this.#awaited.delete(path);
        events.push({ kind: 'ARRIVED', path, atMs: now, event });
      }
    }
    for (const [path, { stopping = false, ...call }] of this.#parked) {
      if (!(await this.#hasCome(unit, path, call))) continue;
      this.#parked.delete(path);
      events.push({ kind: stopping ? 'STOPPED' : 'WOKEN', path, attempt: call.attempt, atMs: now });
    }
    return events;
  }

  /** What a person asked for. */
  async wanted(unit: UnitOfWork): Promise<'PAUSE' | 'CANCEL' | null> {
    const { rows } = await sql`select wanted from workflow_run where id = ${this.#run.runId} and tenant_id = ${unit.tenantId}`.execute(
      unit.sql,
    );
    return wantedSchema.parse(rows[0]).wanted;
  }

  /** Until when at the latest the run may rest, and what it waits for, in words. */
  parking({ paused }: FlowState, now: number): { forMs: number | null; detail: string } {
    const due = this.nextDueMs();
    const child = [...this.#parked.values()].some(({ waitsFor }) => waitsFor === 'CHILD');
    const looks = [...(due === null ? [] : [Math.max(1, due - now)]), ...(child ? [CHILD_LOOK_MS] : [])];
    const forMs = looks.length === 0 ? null : Math.min(...looks);
    if (paused) return { forMs: null, detail: 'paused' };
    if (forMs === null && !this.waits) throw new Error(`nothing moves the run ${this.#run.runId}`);
    return { forMs, detail: this.#words() };
  }

  #words(): string {
    const parked = [...this.#parked.values()];
    const decisions = this.#asked.size + parked.filter(({ waitsFor }) => waitsFor === 'APPROVAL').length;
    if (decisions > 0) return decisions === 1 ? 'waits for a decision' : `waits for ${decisions} decisions`;
    if (parked.some(({ waitsFor }) => waitsFor === 'EFFECT')) return 'waits for word of an effect in doubt';
    if (parked.length > 0) return parked.length === 1 ? 'waits for a run of its own' : `waits for ${parked.length} runs of its own`;
    return this.#awaited.size > 0 ? 'waits for something to happen' : 'waits for its time';
  }

  async #hasCome(unit: UnitOfWork, path: string, { attempt, waitsFor, address }: ParkedCall): Promise<boolean> {
    const { approvals } = this.#deps.ports;
    const { runId } = this.#run;
    switch (waitsFor) {
      case 'APPROVAL':
        return (await approvals.decided(unit, runId, address)) !== null;
      case 'EFFECT':
        return isSettled(this.#deps.ports, unit, `${runId}:${address}`);
      case 'CHILD':
        return (await this.#deps.runs.outcomeOf(unit, this.#childId(path, attempt))) !== 'RUNNING';
      default:
        return assertNever(waitsFor);
    }
  }

  #childId(path: string, attempt: number): string {
    return childRunId(this.#run.runId, path, attempt);
  }

  async #ask(
    unit: UnitOfWork,
    { path, intent, evidence, payload }: Extract<FlowCommand, { kind: 'ASK' }>,
    program: Program,
  ): Promise<void> {
    const step = stepOf(program, path);
    const approval = step?.kind === 'APPROVAL' ? step : null;
    await this.#deps.ports.approvals.ask(unit, {
      agentId: this.#run.agentId,
      runId: this.#run.runId,
      path,
      title: approval?.title ?? path,
      intent,
      evidence,
      payload,
      cost: null,
      touches: null,
      raci: approval?.raci ?? null,
      slaMs: approval?.slaMs ?? null,
      expiresMs: approval?.expiresMs ?? null,
      onExpiry: approval?.onExpiry ?? 'REJECT',
    });
  }

  async #await(unit: UnitOfWork, { path, topic, match }: Extract<FlowCommand, { kind: 'AWAIT_EVENT' }>): Promise<void> {
    await sql`insert into workflow_wait (run_id, path, tenant_id, topic, match, since)
      values (${this.#run.runId}, ${path}, ${unit.tenantId}, ${topic}, ${JSON.stringify(match)}::jsonb, ${this.#deps.system.clock()})
      on conflict (run_id, path) do nothing`.execute(unit.sql);
  }

  async #forget(unit: UnitOfWork, paths: readonly string[]): Promise<void> {
    await sql`delete from workflow_wait
      where run_id = ${this.#run.runId} and tenant_id = ${unit.tenantId} and path = any(${[...paths]})`.execute(unit.sql);
  }

  #unit<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return this.#run.database.unitOfWork(this.#run.tenantId, work);
  }
}

const CHILD_FAILED = { code: 'CHILD_RUN_FAILED', message: 'The run it had started failed.' };

/** Everything that has come for a run: from outside, and what people want of it. */
export async function lookAround(unit: UnitOfWork, outside: Outside, flow: FlowState, now: number): Promise<FlowEvent[]> {
  const events = await outside.news(unit, now);
  const wanted = await outside.wanted(unit);
  if (wanted === 'CANCEL' && flow.cancelled === null) events.push({ kind: 'CANCEL', atMs: now, reason: 'A person ended it.', hard: false });
  if (wanted === 'PAUSE' && !flow.paused) events.push({ kind: 'PAUSE', atMs: now });
  if (wanted === null && flow.paused) events.push({ kind: 'RESUME', atMs: now });
  return events;
}
