import type { ConnectionStatus, SyncStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const CONNECTION_STATUSES: Record<ConnectionStatus, { word: string; tone: Tone }> = {
  DISCOVERING: { word: 'discovering', tone: 'accent' },
  SYNCING: { word: 'reading', tone: 'accent' },
  PAUSED: { word: 'paused', tone: 'neutral' },
  READY: { word: 'ready', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
};

export const SYNC_STATUSES: Record<SyncStatus, { word: string; tone: Tone }> = {
  RUNNING: { word: 'reading', tone: 'accent' },
  PAUSED: { word: 'paused', tone: 'neutral' },
  SUCCEEDED: { word: 'succeeded', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'stopped', tone: 'neutral' },
};
