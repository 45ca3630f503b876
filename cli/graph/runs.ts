import { z } from 'zod';
import type { GraphClient } from './client.ts';

const MAX_RUNS = 30;

const step = z.object({
  key: z.string(),
  name: z.string(),
  status: z.string(),
  progress: z.number().nullable(),
  detail: z.string().nullable(),
});
const runSchema = z.object({
  id: z.string(),
  workflow: z.string(),
  title: z.string(),
  status: z.string(),
  progress: z.number(),
  attempt: z.number(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  estimatedFinishAt: z.string().nullable(),
  problem: z.string().nullable(),
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
  steps: z.array(step),
});
export type Run = z.infer<typeof runSchema>;

const FIELDS = `id workflow title status progress attempt startedAt finishedAt estimatedFinishAt problem
  connection { id name } steps { key name status progress detail }`;

/** The newest runs, the newest first. */
export async function listRuns(client: GraphClient): Promise<{ runs: Run[]; total: number }> {
  const reply = z.object({ runs: z.object({ totalCount: z.number(), nodes: z.array(runSchema) }) });
  const { runs } = await client.request(
    `query Runs($first: Int!) { runs(first: $first) { totalCount nodes { ${FIELDS} } } }`,
    { first: MAX_RUNS },
    reply,
  );
  return { runs: runs.nodes, total: runs.totalCount };
}

/** One run; null when there is none with this id. */
export async function findRun(client: GraphClient, id: string): Promise<Run | null> {
  const reply = z.object({ run: runSchema.nullable() });
  return (await client.request(`query Run($id: ID!) { run(id: $id) { ${FIELDS} } }`, { id }, reply)).run;
}
