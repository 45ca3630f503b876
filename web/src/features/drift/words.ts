import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { DependentKind, DriftKind, DriftSeverity, DriftStatus, RepairStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const DRIFT_KINDS: Record<DriftKind, string> = {
  ADDED: 'new field',
  REMOVED: 'field gone',
  RENAMED: 'renamed',
  MOVED: 'moved',
  SPLIT: 'split',
  MERGED: 'merged',
  RETYPED: 'another type',
  UNIT_CHANGED: 'another unit',
  FORMAT_CHANGED: 'written otherwise',
  ENUM_CHANGED: 'other values',
  NULLABILITY_CHANGED: 'may be empty',
};

/** The kind of change in words, for those that come as text. */
export function kindWords(kind: string): string {
  return (DRIFT_KINDS as Readonly<Record<string, string>>)[kind] ?? kind.toLowerCase().replaceAll('_', ' ');
}

export const SEVERITIES: Record<DriftSeverity, { word: string; tone: Tone; icon: LucideIcon }> = {
  INFO: { word: 'nothing depends on it', tone: 'neutral', icon: Info },
  WARNING: { word: 'something depends on it', tone: 'warning', icon: TriangleAlert },
  CRITICAL: { word: 'critical', tone: 'bad', icon: CircleAlert },
};

export const DRIFT_STATUSES: Record<DriftStatus, { word: string; tone: Tone }> = {
  OPEN: { word: 'open', tone: 'warning' },
  PASSED: { word: 'taken as it is', tone: 'neutral' },
  REPAIRED: { word: 'repaired', tone: 'good' },
  DISMISSED: { word: 'dismissed', tone: 'neutral' },
  GONE: { word: 'gone again', tone: 'neutral' },
};

export const REPAIR_STATUSES: Record<RepairStatus, { word: string; tone: Tone }> = {
  PROPOSED: { word: 'waits for you', tone: 'warning' },
  APPLIED: { word: 'applied', tone: 'good' },
  REJECTED: { word: 'rejected', tone: 'neutral' },
  ROLLED_BACK: { word: 'rolled back', tone: 'neutral' },
  EXPIRED: { word: 'expired', tone: 'neutral' },
};

export const DEPENDENTS: Record<DependentKind, string> = {
  KEY: 'key',
  ENTITY: 'entity',
  ATTRIBUTE: 'attribute',
  METRIC: 'metric',
};
