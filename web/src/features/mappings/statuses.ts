import type { MappingStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** How each state of a mapping is called. */
export const MAPPING_STATUSES: Record<MappingStatus, { word: string; tone: Tone }> = {
  PROPOSED: { word: 'to review', tone: 'accent' },
  PUBLISHING: { word: 'publishing', tone: 'warning' },
  PUBLISHED: { word: 'published', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  SUPERSEDED: { word: 'superseded', tone: 'neutral' },
};
