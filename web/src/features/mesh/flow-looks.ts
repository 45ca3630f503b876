import { Bot, Boxes, ChartNoAxesCombined, CloudDownload, HardDriveDownload, Waypoints } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FlowStageKind } from '../../gql/graphql.ts';

interface StageLook {
  label: string;
  done: string;
  icon: LucideIcon;
  /** The part of the product that does it. */
  code: 'AAM' | 'DCL' | 'AOA';
}

/** The stages of a record's way, as people call them, and what has happened once it passed. */
export const STAGES: Record<FlowStageKind, StageLook> = {
  SOURCE: { label: 'Source', done: 'read from the source', icon: CloudDownload, code: 'AAM' },
  LANDED: { label: 'Landed', done: 'screened and kept', icon: HardDriveDownload, code: 'AAM' },
  MAPPED: { label: 'Mapped', done: 'records of the business', icon: Boxes, code: 'DCL' },
  RESOLVED: { label: 'Resolved', done: 'linked to what they name', icon: Waypoints, code: 'DCL' },
  METRIC: { label: 'Metrics', done: 'counted in metrics', icon: ChartNoAxesCombined, code: 'DCL' },
  AGENT: { label: 'Agent', done: 'followed to the end', icon: Bot, code: 'AOA' },
};

/** Where each part begins, with what it is called. */
export const PARTS = { AAM: 'Connect', DCL: 'Unify', AOA: 'Act' } as const;
