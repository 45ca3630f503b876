import { extname } from 'node:path';
import type { WorkerPool } from '../../kernel/worker/worker-pool.ts';
import type { ProposedTable } from '../matching/proposal.ts';
import type { ProposalRequest } from '../matching/propose.ts';

const WORKER = new URL(`../matching/propose.worker${extname(import.meta.url)}`, import.meta.url);

/** Proposes on a worker thread; not to be called inside a unit of work. */
export function proposeInWorker(workers: WorkerPool, request: ProposalRequest): Promise<ProposedTable[]> {
  return workers.run<ProposalRequest, ProposedTable[]>(WORKER, request);
}
