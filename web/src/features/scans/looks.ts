import type { ScanChangeKind, ScanFieldsFragment, ScanStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const STATUSES: Record<ScanStatus, { word: string; tone: Tone }> = {
  RUNNING: { word: 'running', tone: 'accent' },
  SUCCEEDED: { word: 'done', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
};

export const MODES: Record<ScanFieldsFragment['mode'], string> = { FULL: 'full', INCREMENTAL: 'new files only' };

export const CHANGES: Record<ScanChangeKind, { word: string; tone: Tone }> = {
  NEW: { word: 'new', tone: 'accent' },
  GONE: { word: 'gone', tone: 'warning' },
  CHANGED: { word: 'changed', tone: 'neutral' },
};

const REFUSALS: Readonly<Record<string, string>> = {
  NO_IDENTITY: 'names nothing that it could be about',
  FUTURE_TIME: 'tells of the future',
  NOT_JSON: 'is no JSON',
  NOT_AN_OBJECT: 'is no object',
  TOO_LONG: 'is too long',
  DUPLICATE_ID: 'has an id that came before',
  TRUNCATED: 'breaks off',
};

/** Why a record was refused, in words; codes of a format's own as they are. */
export const refusalWords = (code: string): string => REFUSALS[code] ?? code.toLowerCase().replaceAll('_', ' ');
