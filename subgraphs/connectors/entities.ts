import type { EntitySchema } from '@mikro-orm/postgresql';
import { ConnectionRow } from './connections/connection.entity.ts';
import { ConnectionHealthRow, HealthChangeRow } from './health/health.entity.ts';
import { InboundEndpointRow } from './inbound/inbound-endpoint.entity.ts';
import { ObjectDependenceRow } from './drift/dependence.entity.ts';
import { DriftRow } from './drift/drift.entity.ts';
import { ObservationRow } from './drift/observation.entity.ts';
import { ObjectReadingRow } from './repairs/object-reading.entity.ts';
import { ReconciliationRow } from './reconcile/reconciliation.entity.ts';
import { RepairPolicyRow } from './repairs/repair-policy.entity.ts';
import { RepairRow } from './repairs/repair.entity.ts';
import { SourceObjectRow } from './objects/source-object.entity.ts';
import { SourceSchemaRow } from './objects/source-schema.entity.ts';
import { ScheduleRow } from './schedules/schedule.entity.ts';
import { SyncRunRow } from './syncs/sync-run.entity.ts';
import { FabricPlaneRow, PlanePolicyRow } from './planes/plane.entities.ts';
import { UploadRow } from './uploads/upload.entity.ts';

export const connectorsEntities: readonly EntitySchema[] = [
  ConnectionHealthRow,
  HealthChangeRow,
  ReconciliationRow,
  ConnectionRow,
  SourceObjectRow,
  SourceSchemaRow,
  SyncRunRow,
  ScheduleRow,
  UploadRow,
  InboundEndpointRow,
  FabricPlaneRow,
  PlanePolicyRow,
  ObjectDependenceRow,
  DriftRow,
  ObservationRow,
  ObjectReadingRow,
  RepairPolicyRow,
  RepairRow,
];
