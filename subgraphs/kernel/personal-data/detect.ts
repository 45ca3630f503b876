import type { Finding, PersonalDataType } from './finding.ts';
import { findPatterns } from './patterns/find-patterns.ts';

/** Below this a finding is rather not personal data. */
const USUAL_MINIMUM = 0.5;

/** What to look for, and where the text is from. */
export interface DetectOptions {
  /** Only these; left out: all. */
  types?: ReadonlySet<PersonalDataType>;
  /** The column of a table that the text is a value of; its name tells what the value means. */
  column?: { name: string } | null;
  /** 0 … 1, 0.5 when left out. */
  minimumConfidence?: number;
}

/**
 * The personal data in a text, sorted by place, without overlaps. The same text always gives the same findings: no model is asked,
 * nothing is fetched. Takes time proportional to the text, and is made to run inside worker threads.
 */
export function detectPersonalData(text: string, options: DetectOptions = {}): Finding[] {
  const { types = null, column = null, minimumConfidence = USUAL_MINIMUM } = options;
  const found = findPatterns(text, column?.name ?? '');
  return found.filter(({ type, confidence }) => confidence >= minimumConfidence && (types === null || types.has(type)));
}
