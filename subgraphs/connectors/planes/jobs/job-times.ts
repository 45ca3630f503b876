import type { FabricPlaneJob } from '../plane-job.type.ts';

/** A moment as a product writes it; null when it is none. */
export function momentOf(text: string | number | null | undefined): Date | null {
  if (text === null || text === undefined || text === '') return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Jobs with the newest first; those that have not begun before all others. */
export const latestFirst = (jobs: readonly FabricPlaneJob[], limit: number): FabricPlaneJob[] =>
  jobs.toSorted((a, b) => (b.startedAt?.getTime() ?? Number.MAX_VALUE) - (a.startedAt?.getTime() ?? Number.MAX_VALUE)).slice(0, limit);
