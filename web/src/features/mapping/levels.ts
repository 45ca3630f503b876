import type { MappingLevel, MappingReasonKind } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** What the policy says of a proposal: taken by itself, looked at by a person, or left as it is. */
export const LEVELS: Record<MappingLevel, { word: string; tone: Tone }> = {
  AUTO: { word: 'auto', tone: 'good' },
  REVIEW: { word: 'review', tone: 'warning' },
  LEAVE: { word: 'leave', tone: 'neutral' },
};

/** What each kind of reason looks at. */
export const REASONS: Record<MappingReasonKind, string> = {
  NAME: 'name',
  MEANING: 'meaning',
  TYPE: 'type',
  VALUES: 'values',
  DESCRIPTION: 'description',
  KEY: 'key',
  VENDOR: 'vendor',
  PAST: 'learned',
  PERSON: 'a person',
  RIVALS: 'rivals',
};
