/** What kind of evidence a reason is. */
export const ReasonKind = {
  NAME: 'NAME',
  MEANING: 'MEANING',
  TYPE: 'TYPE',
  VALUES: 'VALUES',
  DESCRIPTION: 'DESCRIPTION',
  KEY: 'KEY',
  VENDOR: 'VENDOR',
  PAST: 'PAST',
  PERSON: 'PERSON',
  RIVALS: 'RIVALS',
} as const;
export type ReasonKind = (typeof ReasonKind)[keyof typeof ReasonKind];

/** Why a column is, or is not, an attribute: one sentence, and how much it weighs for (above 0) or against (below 0), −1…1. */
export interface MappingReason {
  readonly kind: ReasonKind;
  readonly weight: number;
  readonly text: string;
}

/** A reason with its weight in hundredths. */
export function reasonOf(kind: ReasonKind, weight: number, text: string): MappingReason {
  return { kind, weight: Math.round(Math.max(-1, Math.min(1, weight)) * 100) / 100, text };
}

/** The sentences of reasons. */
export const textsOf = (reasons: readonly MappingReason[]): string[] => reasons.map(({ text }) => text);
