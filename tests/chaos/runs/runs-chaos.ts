import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pilotIdOf } from '../../../subgraphs/agents/agent/pilots.ts';
import { AgentService } from '../../../subgraphs/agents/agent/agent.service.ts';
import { Catalogue } from '../../../subgraphs/agents/workflows/catalogue/catalogue.ts';
import { builtIn } from '../../../subgraphs/agents/workflows/catalogue/built-in.ts';
import { Programs } from '../../../subgraphs/agents/workflows/catalogue/programs.ts';
import { WorkflowRunService } from '../../../subgraphs/agents/workflows/runs/workflow-run.service.ts';
import { flowWorkflow } from '../../../subgraphs/agents/workflows/executor/flow-workflow.ts';
import { DurableRunRow } from '../../../subgraphs/kernel/runs/durable-run.entity.ts';
import type { System } from '../../../subgraphs/kernel/system.ts';
import type { Random } from '../random.ts';
import type { EffectService } from './effect-service.ts';
import { MIXED, type Mixed } from './parts.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const WORKERS = 2;
const AT_ONCE = 12;
/** A worker's lease and five seconds: until then every run is in other hands. What is left of its work comes on top. */
const PATIENCE_MS = 60_000;
const LONGEST_LIFE_MS = 2_500;

/** What is known of a run that was started. */
interface Started {
  id: string;
  mixed: Mixed;
}

export interface Damage {
  kills: number;
  lost: number;
  doubled: number;
  stuck: number;
  examples: string[];
}

interface ChaosParts {
  system: System;
  effects: EffectService;
  random: Random;
  /** Of the workers. */
  environment: NodeJS.ProcessEnv;
  /** Where their logs go. */
  folder: string;
}

/** Runs of mixed workflows, whose workers are killed at random moments; then every effect has happened once, and every run has ended. */
export class RunsChaos {
  readonly damage: Damage = { kills: 0, lost: 0, doubled: 0, stuck: 0, examples: [] };
  readonly #started: Started[] = [];
  readonly #workers: (ChildProcess | null)[] = [];
  readonly #tenantId = randomUUID();
  readonly #parts: ChaosParts;
  readonly #runs: WorkflowRunService;

  constructor(parts: ChaosParts) {
    this.#parts = parts;
    const { system } = parts;
    const programs = new Programs();
    const agents = new AgentService(system);
    const catalogue = new Catalogue(system, builtIn(MIXED.map(({ definition }) => definition)));
    this.#runs = new WorkflowRunService(system, catalogue, programs, agents);
    // Known here so that runs can be started; carried out elsewhere.
    system.runs.workflows.add(flowWorkflow({ system, programs, runs: this.#runs, ports: {} as never }));
  }

  async run(kills: number, say: (line: string) => void): Promise<void> {
    await Promise.all(Array.from({ length: WORKERS }, (_, nth) => this.#startWorker(nth)));
    while (this.damage.kills < kills) {
      await this.#keepBusy();
      await pause(this.#parts.random.fraction() * LONGEST_LIFE_MS);
      await this.#kill(this.#parts.random.below(WORKERS));
      if (this.damage.kills % 10 === 0) say(`${this.damage.kills} kills, ${this.#started.length} runs`);
    }
    await this.#untilEnded();
    await this.#count();
  }

  stop(): void {
    for (const worker of this.#workers) worker?.kill('SIGKILL');
  }

  async #keepBusy(): Promise<void> {
    const { database } = this.#parts.system;
    const open = await this.#open();
    for (let nth = open.length; nth < AT_ONCE; nth += 1) {
      const started = { id: randomUUID(), mixed: this.#parts.random.pick(MIXED) };
      await database.unitOfWork(this.#tenantId, (unit) =>
        this.#runs.start(unit, {
          id: started.id,
          agentId: pilotIdOf(this.#tenantId, 'DATAOPS'),
          workflow: started.mixed.definition.name,
          version: null,
          input: {},
          mode: 'LIVE',
          cause: { kind: 'FARM', farmRunId: started.id },
        }),
      );
      this.#started.push(started);
    }
  }

  #open(): Promise<DurableRunRow[]> {
    return this.#parts.system.database.unitOfWork(this.#tenantId, ({ em }) => em.find(DurableRunRow, { finishedAt: null }));
  }

  async #kill(nth: number): Promise<void> {
    const worker = this.#workers[nth];
    if (worker == null) return;
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
    });
    worker.kill('SIGKILL');
    await gone;
    this.damage.kills += 1;
    await this.#startWorker(nth);
  }

  async #startWorker(nth: number): Promise<void> {
    const { environment, effects, folder } = this.#parts;
    const log = openSync(join(folder, `worker-${nth}.log`), 'a');
    const worker = fork(WORKER, [effects.url], { env: environment, execArgv: process.execArgv, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    this.#workers[nth] = worker;
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('exit', (code) => reject(new Error(`a worker ended with ${code} as it started; see ${folder}`)));
    });
    worker.removeAllListeners('exit');
  }

  async #untilEnded(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let open = await this.#open();
    while (open.length > 0 && Date.now() < deadline) {
      await pause(200);
      open = await this.#open();
    }
    this.damage.stuck = open.length;
    this.damage.examples.push(...open.slice(0, 5).map(({ id, title, status, phase }) => `${title} ${id} is ${status}, ${phase}`));
  }

  async #count(): Promise<void> {
    const rows = await this.#parts.system.database.unitOfWork(this.#tenantId, ({ em }) => em.find(DurableRunRow, {}));
    const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
    const { counts } = this.#parts.effects;
    for (const { id, mixed } of this.#started) {
      const status = statusOf.get(id);
      if (status !== mixed.ends) this.damage.examples.push(`${mixed.definition.name} ${id} is ${status}`);
      for (const effect of mixed.effects)
        if (status !== 'RUNNING' && !counts.has(`${id}:${effect}`)) this.#lose(`${mixed.definition.name} ${id}:${effect}`);
    }
    for (const [key, count] of counts) {
      if (count < 2) continue;
      this.damage.doubled += count - 1;
      this.damage.examples.push(`${key} happened ${count} times`);
    }
  }

  #lose(what: string): void {
    this.damage.lost += 1;
    this.damage.examples.push(`${what} never happened`);
  }
}
