import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pilotIdOf } from '../../../subgraphs/agents/agent/pilots.ts';
import { AgentService } from '../../../subgraphs/agents/agent/agent.service.ts';
import { RunChangeService } from '../../../subgraphs/agents/run/run-change.service.ts';
import { RunReplayService } from '../../../subgraphs/agents/run/replay/run-replay.service.ts';
import { Catalogue } from '../../../subgraphs/agents/workflows/catalogue/catalogue.ts';
import { builtIn } from '../../../subgraphs/agents/workflows/catalogue/built-in.ts';
import { Programs } from '../../../subgraphs/agents/workflows/catalogue/programs.ts';
import { WorkflowRunService } from '../../../subgraphs/agents/workflows/runs/workflow-run.service.ts';
import { flowWorkflow } from '../../../subgraphs/agents/workflows/executor/flow-workflow.ts';
import { DurableRunRow } from '../../../subgraphs/kernel/runs/durable-run.entity.ts';
import { LEASE_SECONDS } from '../../../subgraphs/kernel/runs/store/run-store.ts';
import type { System } from '../../../subgraphs/kernel/system.ts';
import type { Random } from '../random.ts';
import { damageOf, type StartedRun } from './damage.ts';
import type { EffectService } from './effect-service.ts';
import { Fleet } from './fleet.ts';
import { MIXED } from './mixed.ts';
import { People } from './people.ts';
import { steadily } from './steadily.ts';

const WORKERS = 3;
/** Runs that are begun for each kill, so that whoever is killed holds some; and how many may be open. */
const BEGUN_EACH = 4;
const MAX_OPEN = 120;
const LONGEST_PAUSE_MS = 1_000;
/** So many kills without a break; then everything has to come to its end. */
const ROUND = 50;
/** One of so many stops the database instead of a worker. */
const CRASH_ONE_IN = 10;
/** Whether what is late comes at all. */
const LATE_MS = 60_000;

export interface Damage {
  kills: number;
  lost: number;
  doubled: number;
  stuck: number;
}

interface ChaosParts {
  system: System;
  effects: EffectService;
  random: Random;
  /** Of the workers. */
  environment: NodeJS.ProcessEnv;
  /** Where their logs go. */
  folder: string;
  /** Stops the database at once and starts it again; null: it is not ours to stop. */
  crash: (() => Promise<void>) | null;
  say: (line: string) => void;
  /** How long after a lease every run has ended, once all workers are back; what is later is stuck. */
  patienceMs: number;
}

/** Runs of mixed workflows, whose workers and whose database are killed at random moments; then every effect has happened once, and every run has ended. */
export class RunsChaos {
  readonly damage: Damage = { kills: 0, lost: 0, doubled: 0, stuck: 0 };
  /** What is wrong, in words. */
  readonly examples: string[] = [];
  readonly #started: StartedRun[] = [];
  readonly #tenantId = randomUUID();
  readonly #parts: ChaosParts;
  readonly #runs: WorkflowRunService;
  readonly #replays: RunReplayService;
  readonly #fleet: Fleet;
  #crashes = 0;
  /** Counts when the database goes away and when it is back. */
  #outages = 0;
  /** Kills of workers that held a run. */
  #struck = 0;
  #slowestMs = 0;

  constructor(parts: ChaosParts) {
    const { system, effects, environment, folder } = parts;
    this.#parts = parts;
    const programs = new Programs();
    const agents = new AgentService(system);
    const catalogue = new Catalogue(system, builtIn(MIXED.map(({ definition }) => definition)));
    this.#runs = new WorkflowRunService(system, catalogue, programs, agents);
    this.#replays = new RunReplayService(system, programs);
    // Known here so that runs can be started; carried out elsewhere.
    system.runs.workflows.add(flowWorkflow({ system, programs, runs: this.#runs, ports: {} as never }));
    const [outages, onDeath] = [() => this.#outages, (what: string): void => void this.examples.push(what)];
    this.#fleet = new Fleet({ size: WORKERS, effectsUrl: effects.url, environment, folder, outages, onDeath });
  }

  async run(kills: number): Promise<void> {
    const { system, effects, random, say } = this.#parts;
    const changes = new RunChangeService(system, this.#runs);
    const happened = (key: string): boolean => effects.counts.has(key);
    const people = new People({ system, tenantId: this.#tenantId, effectsUrl: effects.url, happened, changes, random });
    try {
      await this.#fleet.allWork();
      while (this.damage.kills < kills) {
        const until = Math.min(kills, this.damage.kills + ROUND);
        while (this.damage.kills < until) await this.#strike();
        await this.#fleet.allWork();
        await this.#untilEnded();
        const { kills: killed, stuck } = this.damage;
        say(
          `${killed} kills (${this.#crashes} of the database, ${this.#struck} of workers with a run), ${this.#started.length} runs, ${stuck} stuck`,
        );
      }
    } finally {
      await people.stop();
    }
    await this.#count();
    say(`the slowest round came to its end ${this.#slowestMs} ms after its last worker was back`);
  }

  stop(): void {
    this.#fleet.stop();
  }

  /** Begins some runs, waits a moment, and kills. */
  async #strike(): Promise<void> {
    const { random, crash } = this.#parts;
    await this.#fleet.someWork();
    await this.#begin();
    await pause(random.fraction() * LONGEST_PAUSE_MS);
    if (crash !== null && random.below(CRASH_ONE_IN) === 0) {
      this.#crashes += 1;
      this.damage.kills += 1;
      this.#outages += 1;
      await crash();
      this.#outages += 1;
      return;
    }
    const { pids } = this.#fleet;
    if (pids.length === 0) return;
    const pid = random.pick(pids);
    if (await this.#holdsRuns(pid)) this.#struck += 1;
    await this.#fleet.kill(pid);
    this.damage.kills += 1;
  }

  async #begin(): Promise<void> {
    const { system, random } = this.#parts;
    const room = MAX_OPEN - (await this.#open()).length;
    for (let nth = 0; nth < Math.min(room, BEGUN_EACH); nth += 1) {
      const started = { id: randomUUID(), mixed: random.pick(MIXED) };
      // The same id again is the same run: whether it was written when the database stopped does not matter.
      await steadily(() =>
        system.database.unitOfWork(this.#tenantId, (unit) =>
          this.#runs.start(unit, {
            id: started.id,
            agentId: pilotIdOf(this.#tenantId, 'DATAOPS'),
            workflow: started.mixed.definition.name,
            version: null,
            input: {},
            mode: 'LIVE',
            cause: { kind: 'FARM', farmRunId: started.id },
          }),
        ),
      );
      this.#started.push(started);
    }
  }

  async #holdsRuns(pid: number): Promise<boolean> {
    const held = await this.#rows({ phase: 'HELD' });
    return held.some(({ worker }) => worker?.includes(`:${pid}:`) === true);
  }

  #open(): Promise<DurableRunRow[]> {
    return this.#rows({ finishedAt: null });
  }

  #rows(where: { finishedAt?: null; phase?: 'HELD' }): Promise<DurableRunRow[]> {
    const { database } = this.#parts.system;
    return steadily(() => database.unitOfWork(this.#tenantId, ({ em }) => em.find(DurableRunRow, { tenantId: this.#tenantId, ...where })));
  }

  async #untilEnded(): Promise<void> {
    const from = Date.now();
    let open = await this.#open();
    for (; open.length > 0 && Date.now() < from + LEASE_SECONDS * 1_000 + this.#parts.patienceMs; open = await this.#open())
      await pause(100);
    this.#slowestMs = Math.max(this.#slowestMs, Date.now() - from);
    if (open.length === 0) return;
    this.damage.stuck += open.length;
    const late = open.slice(0, 8).map(({ id, subject, status, phase }) => `${subject['workflow']} ${id} is ${status}, ${phase}`);
    for (; open.length > 0 && Date.now() < from + LATE_MS; open = await this.#open()) await pause(100);
    const last =
      open.length === 0 ? `the last one ended ${Date.now() - from} ms after` : `${open.length} had not ended ${LATE_MS} ms after`;
    this.examples.push(`after ${this.damage.kills} kills, late: ${late.join('; ')}; ${last} its last worker was back`);
  }

  async #count(): Promise<void> {
    const statusOf = new Map((await this.#rows({})).map(({ id, status }) => [id, status]));
    const { lost, doubled, others } = damageOf(this.#started, statusOf, this.#parts.effects.counts);
    this.damage.lost = lost.length;
    this.damage.doubled = doubled.length;
    this.examples.push(...lost, ...doubled, ...others);
    if (this.damage.stuck === 0) await this.#replayAll();
  }

  /** What is stored of a run explains its end, however often its workers died. */
  async #replayAll(): Promise<void> {
    const viewer = { kind: 'user' as const, tenantId: this.#tenantId, userId: randomUUID(), role: 'OWNER' as const };
    for (const { id, mixed } of this.#started) {
      const replay = await steadily(() => this.#replays.replay(viewer, id, null));
      if (replay?.same !== true) this.examples.push(`${mixed.definition.name} ${id} comes to something else when it is gone through again`);
    }
  }
}
