import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { connectFolder, syncRun } from '../../cli/graph/connections.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { acceptProposal, latestProposal } from '../../cli/graph/mapping.ts';
import { logIn } from '../../cli/server/connect.ts';
import { newDataFolder, startProduct } from '../../tests/journeys/support/product.ts';
import { type LandedObject, landedObjects } from './landed-objects.ts';
import { watchMemory } from './watch-memory.ts';

const POLL_MS = 100;
const TIMEOUT_MS = 20 * 60_000;

export interface Landed {
  rows: number;
  quarantined: number;
  /** Of the landing step, as the durable run has it. */
  seconds: number;
  /** From the start to the numbers made of it; null: not waited for. */
  wholeSeconds: number | null;
  /** Most that was resident of the server's process while it discovered and landed. */
  rssMb: number;
  objects: LandedObject[];
}

const stepsSchema = z.object({
  run: z.object({
    status: z.string(),
    startedAt: z.coerce.date(),
    finishedAt: z.coerce.date().nullable(),
    steps: z.array(z.object({ key: z.string(), finishedAt: z.coerce.date().nullable() })),
  }),
});

/** Starts the product on a database, lands a folder in it, and, when asked, waits until everything that follows from it is done. */
export async function landInProduct(folder: string, database: string, whole: boolean): Promise<Landed> {
  const { dataFolder, discard } = newDataFolder();
  // The demo company would load beside it.
  Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
  try {
    await using product = await startProduct(dataFolder, '--database', database);
    const client = await logIn(product, dataFolder);
    const memory = watchMemory(product.pid);
    const { id, sync } = await connectFolder(client, folder, null);
    const deadline = Date.now() + TIMEOUT_MS;
    let run = sync;
    while (run.status === 'RUNNING') {
      if (Date.now() > deadline) throw new Error('the folder did not land in time');
      await wait(POLL_MS);
      run = await syncRun(client, sync.id);
    }
    const rssMb = memory.peakMb();
    if (run.status !== 'SUCCEEDED') throw new Error(`the sync ended ${run.status}: ${run.problem?.message ?? ''}`);
    const objects = await landedObjects(client, id);
    const wholeSeconds = whole ? await untilAllIsDone(client, id, sync.id, deadline) : null;
    const seconds = await landingSeconds(client, sync.id);
    return { rows: run.recordsLanded, quarantined: run.recordsQuarantined, seconds, wholeSeconds, rssMb, objects };
  } finally {
    discard();
  }
}

const stepsOf = async (client: GraphClient, id: string): Promise<z.infer<typeof stepsSchema>['run']> => {
  const query = 'query Steps($id: ID!) { run(id: $id) { status startedAt finishedAt steps { key finishedAt } } }';
  return (await client.request(query, { id }, stepsSchema)).run;
};

async function landingSeconds(client: GraphClient, runId: string): Promise<number> {
  const { steps } = await stepsOf(client, runId);
  const endOf = (step: string): number => steps.find(({ key }) => key === step)?.finishedAt?.getTime() ?? Number.NaN;
  // It begins where discovery ends.
  const seconds = (endOf('LAND') - endOf('DISCOVER')) / 1_000;
  if (Number.isNaN(seconds)) throw new Error('the run has no landing that ended');
  return seconds;
}

/** Accepts the mapping, as a person would at once, and waits for the run's end. */
async function untilAllIsDone(client: GraphClient, connectionId: string, runId: string, deadline: number): Promise<number> {
  for (;;) {
    const run = await stepsOf(client, runId);
    if (run.finishedAt !== null) {
      if (run.status !== 'SUCCEEDED') throw new Error(`the run ended ${run.status}`);
      return (run.finishedAt.getTime() - run.startedAt.getTime()) / 1_000;
    }
    if (Date.now() > deadline) throw new Error('the run did not end in time');
    const proposal = await latestProposal(client, connectionId);
    if (proposal?.status === 'PROPOSED') await acceptProposal(client, proposal.id);
    await wait(POLL_MS);
  }
}
