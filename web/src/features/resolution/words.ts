import type { ComparisonLevel, PairStatus, ResolutionChangeKind, WithinSource } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** How each verdict on two records is called. */
export const PAIR_STATUSES: Record<PairStatus, { word: string; tone: Tone }> = {
  POSSIBLE: { word: 'to decide', tone: 'accent' },
  MATCH: { word: 'the same', tone: 'good' },
  NON_MATCH: { word: 'different', tone: 'neutral' },
};

/** How alike two values are. */
export const LEVELS: Record<ComparisonLevel, { word: string; tone: Tone }> = {
  SAME: { word: 'same', tone: 'good' },
  NEAR: { word: 'nearly', tone: 'good' },
  CLOSE: { word: 'close', tone: 'warning' },
  LIKE: { word: 'alike', tone: 'warning' },
  DIFFERENT: { word: 'different', tone: 'bad' },
  MISSING: { word: 'missing', tone: 'neutral' },
};

/** How each change of golden records is called. */
export const CHANGE_KINDS: Record<ResolutionChangeKind, string> = {
  MERGED: 'merged',
  SPLIT: 'split',
  NEVER: 'never to be one',
  DECIDED: 'decided',
  UNDONE: 'undone',
};

/** What may be done about records of one source that look alike. */
export const WITHIN_SOURCE: Record<WithinSource, { label: string; hint: string }> = {
  OFF: { label: 'Nothing', hint: 'A source tells its own records apart.' },
  PROPOSE: { label: 'Ask', hint: 'People are asked; nothing is merged by itself.' },
  MERGE: { label: 'Merge', hint: 'They are merged as those of different sources are.' },
};
