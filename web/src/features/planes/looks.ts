import { ArrowLeftRight, Blocks, Network, Radio, Warehouse } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FabricPlaneCapability, FabricPlaneCategory, FabricPlaneJobStatus, FabricPlaneStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const PLANE_STATUSES: Record<FabricPlaneStatus, { word: string; tone: Tone }> = {
  UP: { word: 'up', tone: 'good' },
  DEGRADED: { word: 'degraded', tone: 'warning' },
  DOWN: { word: 'down', tone: 'bad' },
  UNKNOWN: { word: 'not looked at', tone: 'neutral' },
};

export const PLANE_CATEGORIES: Record<FabricPlaneCategory, { label: string; icon: LucideIcon }> = {
  API_GATEWAY: { label: 'API gateway', icon: Network },
  IPAAS: { label: 'Integration platform', icon: Blocks },
  EVENT_BUS: { label: 'Event bus', icon: Radio },
  WAREHOUSE: { label: 'Warehouse', icon: Warehouse },
  DATA_MOVEMENT: { label: 'Data movement', icon: ArrowLeftRight },
};

export const PLANE_CAPABILITIES: Record<FabricPlaneCapability, string> = {
  CARRIES_REQUESTS: 'carries requests',
  DELIVERS_EVENTS: 'delivers events',
  HOLDS_TABLES: 'holds tables',
  SHOWS_JOBS: 'shows its jobs',
  LIMITS_TRAFFIC: 'limits traffic',
  TRACES_REQUESTS: 'traces requests',
};

export const JOB_STATUSES: Record<FabricPlaneJobStatus, { word: string; tone: Tone }> = {
  WAITING: { word: 'waiting', tone: 'neutral' },
  RUNNING: { word: 'running', tone: 'accent' },
  SUCCEEDED: { word: 'succeeded', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
  UNKNOWN: { word: 'unknown', tone: 'neutral' },
};
