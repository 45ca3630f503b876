import { z } from 'zod';
import type { GraphClient } from './client.ts';

const stepSchema = z.object({
  key: z.string(),
  name: z.string(),
  change: z.string(),
  status: z.string().nullable(),
  statusBefore: z.string().nullable(),
  problem: z.string().nullable(),
});
const replaySchema = z.object({
  same: z.boolean(),
  status: z.string().nullable(),
  problem: z.string().nullable(),
  version: z.object({ version: z.number() }),
  run: z.object({ title: z.string(), status: z.string() }),
  steps: z.array(stepSchema),
});
/** A run gone through again, beside the run. */
export type Replay = z.infer<typeof replaySchema>;

const QUERY = `query Replay($runId: ID!, $version: Int) { runReplay(runId: $runId, version: $version) {
  same status problem version { version } run { title status } steps { key name change status statusBefore problem }
} }`;

/** Goes through a run again; null: there is no run of a workflow of this id. */
export async function replayRun(client: GraphClient, runId: string, version: number | null): Promise<Replay | null> {
  const reply = z.object({ runReplay: replaySchema.nullable() });
  return (await client.request(QUERY, { runId, version }, reply)).runReplay;
}
