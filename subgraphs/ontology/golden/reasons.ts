import type { SurvivorshipRule } from './rules.ts';

/** What several records of one thing say of one attribute. */
export interface Said {
  /** Name of the connection whose value it is; null when it cannot be told. */
  readonly source: string | null;
  /** How many records say anything. */
  readonly saying: number;
  /** How many of them say the same, however it is written. */
  readonly agreeing: number;
}

/** Why a value was chosen, in a sentence. */
export function reasonFor(rule: SurvivorshipRule, { source, saying, agreeing }: Said): string {
  const who = source ?? 'a source';
  if (saying === 0) return 'No source says anything.';
  if (saying === 1) return `Only ${who} says anything.`;
  if (agreeing === saying) return `All ${saying} records say the same; it is written as ${who} has it.`;
  switch (rule) {
    case 'TRUST':
      return `Of ${saying} records that say something, ${who} is trusted most.`;
    case 'RECENT':
      return `Of ${saying} records that say something, that of ${who} changed last.`;
    case 'COMPLETE':
      return `Of ${saying} records that say something, that of ${who} says most about it all.`;
    case 'MAJORITY':
      return agreeing > 1
        ? `${agreeing} of ${saying} records say so; it is written as ${who} has it.`
        : `No two of ${saying} records say the same; ${who} is trusted most.`;
    case 'LONGEST':
      return `Of ${saying} texts that of ${who} is the longest.`;
  }
}

/** Values that people read as the same are one. */
export function foldedText(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '') : String(value);
}
