import type { Finding, PersonalDataType } from './finding.ts';
import { findPatterns } from './patterns/find-patterns.ts';
import { assemble } from './tagger/assemble.ts';
import { tagger } from './tagger/tagger.ts';

/** Below this a finding is rather not personal data. */
const USUAL_MINIMUM = 0.5;
/** What only reading tells; the others are told by their form. */
const READ_TYPES: readonly PersonalDataType[] = ['PERSON', 'TITLE', 'ADDRESS', 'LOCATION', 'NATIONALITY', 'ORGANIZATION'];

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
  const patterns = findPatterns(text, column?.name ?? '');
  const sure = patterns.filter(({ confidence }) => confidence >= USUAL_MINIMUM);
  const read = types === null || READ_TYPES.some((type) => types.has(type)) ? assemble(text, tagger().pieces(text, sure)) : [];
  return merged(minimumConfidence < USUAL_MINIMUM ? patterns : sure, read).filter(
    ({ type, confidence }) => confidence >= minimumConfidence && (types === null || types.has(type)),
  );
}

// Both are sorted; where they overlap, the surer one stays.
function merged(patterns: readonly Finding[], read: readonly Finding[]): Finding[] {
  if (read.length === 0) return [...patterns];
  const found: Finding[] = [];
  for (const finding of [...patterns, ...read].toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = found.at(-1);
    if (last === undefined || last.end <= finding.start) found.push(finding);
    else if (finding.confidence > last.confidence) found[found.length - 1] = finding;
  }
  return found;
}
