import { loadDbos } from '../../subgraphs/kernel/runs/carrier/load-dbos.ts';
import { withClient } from '../../tests/testkit/postgres-cluster.ts';

/** Connections that it may have: as many as our own pool has. */
const POOL = 10;
const DATABASE = 'bench_dbos';

export interface Load {
  runs: number;
  /** Of each run, one after another. */
  steps: number;
  /** Runs under way at the same time. */
  inFlight: number;
}

/** The same runs carried out by DBOS and nothing else: each step a function that returns at once. @returns steps a second */
export async function stepsOfDbos(server: string, { runs, steps, inFlight }: Load): Promise<number> {
  await withClient(server, async (client) => void (await client.query(`create database ${DATABASE}`)));
  const url = Object.assign(new URL(server), { pathname: `/${DATABASE}` }).href;
  const { DBOS } = loadDbos();
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: url,
    systemDatabasePoolSize: POOL,
    applicationVersion: 'bench',
    logLevel: 'error',
  });
  const workflow = DBOS.registerWorkflow(
    async (run: number) => {
      let last = { run, step: -1 };
      for (let step = 0; step < steps; step++) last = await DBOS.runStep(async () => ({ run, step }), { name: `step-${step}` });
      return last;
    },
    { name: 'steps' },
  );
  await DBOS.launch();
  try {
    await (await DBOS.startWorkflow(workflow)(-1)).getResult();
    let next = 0;
    const started = performance.now();
    const carry = async (): Promise<void> => {
      while (next < runs) await (await DBOS.startWorkflow(workflow)(next++)).getResult();
    };
    await Promise.all(Array.from({ length: inFlight }, carry));
    return (runs * steps) / ((performance.now() - started) / 1_000);
  } finally {
    await DBOS.shutdown();
  }
}
