import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { agentsEntities } from '../../subgraphs/agents/entities.ts';
import { OtherSide, pathOf, type AtOtherSide } from '../../subgraphs/agents/farm/executor/other-side.ts';
import type { Doom, FarmSite } from '../../subgraphs/agents/farm/executor/site.ts';
import { FaultsAtHand } from '../../subgraphs/agents/farm/faults-at-hand.ts';
import { EXECUTOR_TIMEOUT_MS, MAX_ATTEMPTS } from '../../subgraphs/agents/farm/plan.ts';
import { amountOf } from '../../subgraphs/agents/farm/rules.ts';
import { caseOf, type FarmCase, type Foretold } from '../../subgraphs/agents/farm/run-farm.ts';
import { keyOf } from '../../subgraphs/agents/farm/run-record.ts';
import type { Scenario } from '../../subgraphs/agents/farm/scenario/scenario.ts';
import { FarmWorld } from '../../subgraphs/agents/farm/world.ts';
import { createAgents } from '../../subgraphs/agents/index.ts';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { runSubgraphs } from '../../subgraphs/kernel/federation/run-subgraphs.ts';
import { nameBasedUuid } from '../../subgraphs/kernel/ids/name-based-uuid.ts';
import { LOGINS } from '../../subgraphs/kernel/database/roles.ts';
import { openKeys } from '../keys.ts';
import { openGround, type Ground } from '../open-ground.ts';
import { FarmCompany } from './farm-company.ts';
import { FarmWorkers } from './farm-workers.ts';
import { recordOf } from './record-of.ts';

/** Runs side by side. */
const AT_ONCE = 16;
const LOOK_MS = 100;
const LOOK_SOON_MS = 10;
/** Between two tries of a call, at most. */
const REST_MS = 2_000;
/** On top of what the calls of a run take at most: until it is begun, workers that are killed beside it, and a busy machine. */
const PATIENCE_MS = 120_000;

/** One run of a stress test that is under way. */
interface Underway extends AtOtherSide {
  id: string;
  foretold: Foretold;
  deadline: number;
}

let last = Promise.resolve();

/**
 * Runs a scenario on the product's own executor: on an embedded database of its own, by a process that is killed where the schedule says so. Cases come as
 * their runs end. One scenario at a time in a process: each takes a database and two workers. @throws when the signal is aborted, or no worker can be started
 */
export async function* runOnExecutor(scenario: Scenario, foretold: readonly Foretold[], signal: AbortSignal): AsyncGenerator<FarmCase> {
  const before = last;
  const { promise, resolve } = Promise.withResolvers<void>();
  last = promise;
  try {
    await before;
    signal.throwIfAborted();
    yield* run(scenario, foretold, signal);
  } finally {
    resolve();
  }
}

async function* run(scenario: Scenario, foretold: readonly Foretold[], signal: AbortSignal): AsyncGenerator<FarmCase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'autonomos-farm-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rm(dataFolder, { recursive: true, force: true }));
  const definitions = foretold.map(({ plan }) => plan.definition);
  const ground = opened.use(await openFarmGround(dataFolder));
  const factory = { create: (system: Ground['system']) => createAgents(system, { workflows: definitions }), entities: agentsEntities };
  const subgraphs = opened.adopt(await runSubgraphs(ground.system, [factory], null), (running) => running.stop());
  const execute = subgraphs.byName.get('agents')?.execute;
  if (execute === undefined) throw new Error('the agents are not part of the farm');
  const company = new FarmCompany(execute);
  await ground.system.database.tenants.create(company.tenantId);
  const agentIds = await company.furnish([...new Map(foretold.map(({ agent }) => [agent.id, agent])).values()]);

  const all = new Map(foretold.map((each) => underway(company.tenantId, each)).map((each) => [each.id, each]));
  const side = opened.use(await OtherSide.open(all, scenario.seed));
  const urls = Object.fromEntries(LOGINS.map((login) => [login, ground.server.urlFor(login)]));
  const site: FarmSite = { tenantId: company.tenantId, worldUrl: side.url, amounts: amountsOf(all) };
  const fates = {
    moment: (doom: Doom) => momentOf(company, all, doom),
    take: (doom: Doom) => withCall(all, doom.key, ({ faults }, path) => faults.once(path, 'WORKER_KILLED') !== null) ?? false,
  };
  const workers = opened.use(new FarmWorkers({ urls, dataFolder, site }, fates));

  const queue = [...all.values()];
  const open = new Map<string, Underway>();
  while (queue.length + open.size > 0) {
    signal.throwIfAborted();
    for (const each of queue.splice(0, AT_ONCE - open.size)) {
      open.set(each.id, { ...each, deadline: Date.now() + patienceWith(each.foretold) });
      const { workflow } = each.foretold.plan;
      const { id: agentName, tier } = each.foretold.agent;
      await company.start({ id: each.id, workflow: workflow.id, agentId: agentIds.get(agentName) ?? '', input: { tier } });
    }
    await Promise.race([pause(LOOK_MS), workers.failed]);
    await decide(company, all);
    const ended = await company.ended();
    for (const each of open.values()) {
      const over = ended.has(each.id);
      if (!over && Date.now() < each.deadline) continue;
      open.delete(each.id);
      yield caseOf(each.foretold, each.id, recordOf(each, await company.run(each.id)));
    }
  }
}

function openFarmGround(dataFolder: string): Promise<Ground> {
  const config = loadConfig({ DATA_FOLDER: dataFolder, LOG_LEVEL: 'silent' });
  return openGround({ config, onProgress: () => undefined }, { topology: 'embedded', entities: agentsEntities, openKeys });
}

function underway(tenantId: string, foretold: Foretold): Underway {
  const id = nameBasedUuid(tenantId, foretold.plan.workflow.id);
  return { id, foretold, faults: new FaultsAtHand(foretold.schedule), world: new FarmWorld(), deadline: Infinity };
}

function amountsOf(all: ReadonlyMap<string, Underway>): FarmSite['amounts'] {
  const amounts = [...all.values()].flatMap(({ id, foretold }) =>
    [...foretold.schedule].flatMap(([path, fault]) =>
      fault.kind === 'POLICY_VIOLATION' ? [[keyOf(id, path, 'CALL'), amountOf(fault)] as const] : [],
    ),
  );
  return Object.fromEntries(amounts);
}

function patienceWith({ plan }: Foretold): number {
  return PATIENCE_MS + plan.calls.length * MAX_ATTEMPTS * (EXECUTOR_TIMEOUT_MS + REST_MS);
}

/** The farm's person says what the schedule wants of them. */
async function decide(company: FarmCompany, all: ReadonlyMap<string, Underway>): Promise<void> {
  for (const { id, runId, path } of await company.questions()) {
    const fault = all.get(runId)?.faults.policy(path) ?? null;
    await company.decide(id, fault?.verdict === 'REJECT' ? 'REJECT' : 'APPROVE');
  }
}

/** Waits until the end of a call is kept, where a worker is to die of it only then. */
async function momentOf(company: FarmCompany, all: ReadonlyMap<string, Underway>, { key, moment }: Doom): Promise<void> {
  if (moment === 'BEFORE_CHECKPOINT') return;
  const until = Date.now() + EXECUTOR_TIMEOUT_MS;
  const isDone = (): Promise<boolean> => withCall(all, key, ({ id }, path) => company.isDone(id, path)) ?? Promise.resolve(true);
  while (Date.now() < until && !(await isDone())) await pause(LOOK_SOON_MS);
}

function withCall<T>(all: ReadonlyMap<string, Underway>, key: string, work: (run: Underway, path: string) => T): T | null {
  const run = all.get(key.slice(0, key.indexOf(':')));
  const path = run === undefined ? null : pathOf(run.id, key);
  return run === undefined || path === null ? null : work(run, path);
}
