import { Bot, Boxes, ChartNoAxesCombined, CloudDownload, HardDriveDownload, Waypoints } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FlowStageKind } from '../../gql/graphql.ts';

/** The stages of a record's way, as people call them, and what has happened once it passed. */
export const STAGES: Record<FlowStageKind, { label: string; done: string; icon: LucideIcon }> = {
  SOURCE: { label: 'Source', done: 'read from the source', icon: CloudDownload },
  LANDED: { label: 'Landed', done: 'screened and kept', icon: HardDriveDownload },
  MAPPED: { label: 'Mapped', done: 'records of the business', icon: Boxes },
  RESOLVED: { label: 'Resolved', done: 'linked to what they name', icon: Waypoints },
  METRIC: { label: 'Metrics', done: 'counted in metrics', icon: ChartNoAxesCombined },
  AGENT: { label: 'Agent', done: 'followed to the end', icon: Bot },
};
