import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { PlaneHttp } from '../checks/plane-http.ts';
import type { FabricPlaneJob } from '../plane-job.type.ts';
import type { FabricPlaneKind } from '../plane-kinds.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { airbyteJobs } from './airbyte.ts';
import { celigoJobs } from './celigo.ts';
import { trayJobs } from './tray.ts';
import { workatoJobs } from './workato.ts';

export interface JobsAsked {
  plane: PlaneRef;
  http: PlaneHttp;
  /** How many at most. */
  limit: number;
  signal: AbortSignal;
}

/** Asks a plane of one kind for its latest jobs, newest first. @throws DomainError */
export type JobsSource = (asked: JobsAsked) => Promise<FabricPlaneJob[]>;

const JOBS: Readonly<Partial<Record<FabricPlaneKind, JobsSource>>> = {
  WORKATO: workatoJobs,
  TRAY: trayJobs,
  CELIGO: celigoJobs,
  AIRBYTE: airbyteJobs,
};

/** The latest jobs of a plane, as it tells of them now; null of a kind that has none. @throws PLANE_UNREACHABLE, PLANE_SECRET_REFUSED */
export async function jobsOf(plane: PlaneRef, limit: number, rules: OutboundRules, signal: AbortSignal): Promise<FabricPlaneJob[] | null> {
  const source = JOBS[plane.kind];
  if (source === undefined) return null;
  const http = new PlaneHttp(plane.address, rules);
  return source({ plane, http, limit, signal });
}
