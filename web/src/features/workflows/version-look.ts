import type { Tone } from '../../ui/badge.tsx';

const STATUSES: Readonly<Record<string, { word: string; tone: Tone }>> = {
  DRAFT: { word: 'draft', tone: 'neutral' },
  PUBLISHED: { word: 'published', tone: 'good' },
  RETIRED: { word: 'was published', tone: 'neutral' },
};

/** How a version of a workflow stands: a word with every tone. */
export function versionLook(status: string): { word: string; tone: Tone } {
  return STATUSES[status] ?? { word: status.toLowerCase(), tone: 'neutral' };
}
