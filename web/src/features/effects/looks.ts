import type { Tone } from '../../ui/badge.tsx';

const STATUSES: Readonly<Record<string, { word: string; tone: Tone }>> = {
  PLANNED: { word: 'on its way', tone: 'accent' },
  DONE: { word: 'done', tone: 'good' },
  IN_DOUBT: { word: 'in doubt', tone: 'warning' },
  NOT_DONE: { word: 'not done', tone: 'neutral' },
  GIVEN_UP: { word: 'given up', tone: 'bad' },
};

/** How an effect stands: a word with every tone. */
export function effectLook(status: string): { word: string; tone: Tone } {
  return STATUSES[status] ?? { word: status.toLowerCase(), tone: 'neutral' };
}
