import { TrustScreen } from '../../subgraphs/agents/trust/screen.ts';
import { createGovernor } from '../../subgraphs/agents/governance/create-governor.ts';
import { startThrowAwayServer, withClient } from '../../tests/testkit/postgres-cluster.ts';
import type { Bench, Given } from '../bench.ts';
import { subscribers } from '../subscribers.ts';
import { type Load, stepsOfDbos } from './dbos-alone.ts';
import { openGround } from './ground.ts';
import { measureGovernance } from './governance.ts';
import { stepsOfOurs } from './steps.ts';

const EVENTS_DATABASE = 'bench_events';
/** As a server is run whose data is meant to stay. */
const SETTINGS = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '512MB', max_wal_size: '8GB' };

/** Agents at work: steps a second beside DBOS alone on the same server, judgements, and how soon those who watch are told. */
export const agents: Bench = {
  summary: 'steps a second with many runs in flight beside DBOS alone, judgements a second, and how soon events are seen',
  options: {
    runs: { kind: 'NUMBER', fallback: 640, minimum: 1, about: 'runs' },
    steps: { kind: 'NUMBER', fallback: 20, minimum: 1, about: 'steps of each run, one after another' },
    'in-flight': { kind: 'NUMBER', fallback: 64, minimum: 1, about: 'runs under way at the same time' },
    sockets: { kind: 'NUMBER', fallback: 1_000, minimum: 1, about: 'subscribers, each on a socket of its own' },
    seconds: { kind: 'NUMBER', fallback: 30, minimum: 1, about: 'for so long they are told of ten events a second' },
    database: { kind: 'TEXT', fallback: null, about: 'a PostgreSQL, by a superuser’s URL; left out: one is started' },
  },
  async run(given) {
    const load = { runs: given.number('runs'), steps: given.number('steps'), inFlight: given.number('in-flight') };
    const server = given.text('database') === null ? await startThrowAwayServer(SETTINGS) : null;
    const url = given.text('database') ?? server?.url;
    if (url === undefined) throw new Error('PostgreSQL’s server programs are not installed: give --database <a superuser’s URL>');
    try {
      const judged = await measureGovernance();
      given.say(`${judged.governance_per_s} judgements a second; now ${load.runs} runs of ${load.steps} steps, ${load.inFlight} at a time`);
      const steps = await ours(url, load);
      given.say(`${Math.round(steps)} steps a second; now DBOS alone`);
      const dbos = await stepsOfDbos(url, load);
      given.say(`DBOS alone: ${Math.round(dbos)} steps a second; now subscribers`);
      await withClient(url, async (client) => void (await client.query(`create database ${EVENTS_DATABASE}`)));
      const told = await subscribers.run(watching(given, Object.assign(new URL(url), { pathname: `/${EVENTS_DATABASE}` }).href));
      return { steps_per_s: Math.round(steps), dbos_steps_per_s: Math.round(dbos), ...judged, event_p99_ms: told['p99Ms'] };
    } finally {
      await server?.stop();
    }
  },
};

async function ours(url: string, load: Load): Promise<number> {
  await using ground = await openGround(url);
  const governor = createGovernor(ground.system, new TrustScreen(ground.system));
  try {
    return await stepsOfOurs(ground, governor, load);
  } finally {
    await governor.close();
  }
}

/** The subscribers' benchmark, on this database and without what it measures beside. */
const watching = (given: Given, database: string): Given => ({
  ...given,
  text: () => database,
  number: (name) => (name === 'sockets' || name === 'seconds' ? given.number(name) : name === 'rate' ? 10 : 0),
});
