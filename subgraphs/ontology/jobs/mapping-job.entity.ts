import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export type JobStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
export type JobConnectionState = 'WAITING' | 'NOTHING' | 'LEFT' | 'ACCEPTED' | 'PUBLISHED' | 'FAILED';

/** One connection of a job: where it stands, and what became of its columns and records. */
export interface JobConnection {
  readonly connectionId: string;
  readonly state: JobConnectionState;
  readonly proposalId: string | null;
  /** Columns that were proposed, and how many of them were accepted or are left for a person. */
  readonly proposed: number;
  readonly accepted: number;
  readonly left: number;
  /** Records that landed, were unified, wait in quarantine; null before they were counted. */
  readonly landed: number | null;
  readonly unified: number | null;
  readonly quarantined: number | null;
  /** Why it is left or failed, in a sentence. */
  readonly reason: string | null;
}

/** Many mappings decided at once, as a durable run of the same id. */
export const MappingJobRow = defineEntity({
  name: 'MappingJobRow',
  tableName: 'mapping_job',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionIds: p.json().$type<string[]>(),
    autoAcceptAbove: p.double().$type<number>(),
    status: p.string().$type<JobStatus>(),
    connections: p.json().$type<JobConnection[]>(),
    startedBy: p.uuid(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});
export type MappingJobRow = InferEntity<typeof MappingJobRow>;

/** A connection of a job that has just begun. */
export const waitingConnection = (connectionId: string): JobConnection => ({
  connectionId,
  state: 'WAITING',
  proposalId: null,
  proposed: 0,
  accepted: 0,
  left: 0,
  landed: null,
  unified: null,
  quarantined: null,
  reason: null,
});
