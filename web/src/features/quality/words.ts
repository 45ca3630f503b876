import type { DataTestKind, DataTestSeverity, DataTestStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** What each kind of test asks of records. */
export const TEST_KINDS: Record<DataTestKind, { word: string; hint: string }> = {
  UNIQUE: { word: 'unique', hint: 'No two records have the same value.' },
  REQUIRED: { word: 'required', hint: 'Every record has a value.' },
  REFERENTIAL: { word: 'leads somewhere', hint: 'What the value names is there.' },
  RANGE: { word: 'in range', hint: 'Values lie between two bounds.' },
  FRESHNESS: { word: 'fresh', hint: 'Records have come lately enough.' },
  VOLUME: { word: 'as many as usual', hint: 'There are neither too few records nor too many.' },
};

/** Where a test stands. */
export const TEST_STATUSES: Record<DataTestStatus, { word: string; tone: Tone }> = {
  FAILING: { word: 'failing', tone: 'bad' },
  PASSING: { word: 'passing', tone: 'good' },
  UNKNOWN: { word: 'not run yet', tone: 'neutral' },
  UNFIT: { word: 'does not fit any more', tone: 'warning' },
};

/** How much a failing test matters. */
export const TEST_SEVERITIES: Record<DataTestSeverity, string> = { CRITICAL: 'critical', WARNING: 'warning' };
