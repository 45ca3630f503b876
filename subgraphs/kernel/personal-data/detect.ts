import { columnHint } from './column-hint.ts';
import { findInColumn } from './column-value.ts';
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
  const hint = column === null ? null : columnHint(column.name);
  const patterns = findPatterns(text, hint?.words ?? '');
  const sure = patterns.some(({ confidence }) => confidence < USUAL_MINIMUM)
    ? patterns.filter(({ confidence }) => confidence >= USUAL_MINIMUM)
    : patterns;
  const found =
    (hint === null ? null : findInColumn(text, hint, sure)) ?? read(text, sure, minimumConfidence < USUAL_MINIMUM ? patterns : sure, types);
  return found.filter(({ type, confidence }) => confidence >= minimumConfidence && (types === null || types.has(type)));
}

function read(
  text: string,
  sure: readonly Finding[],
  told: readonly Finding[],
  types: ReadonlySet<PersonalDataType> | null,
): readonly Finding[] {
  if (types !== null && !READ_TYPES.some((type) => types.has(type))) return told;
  return merged(told, assemble(text, tagger().pieces(text, sure)));
}

// Both are sorted; where they overlap, the surer one stays.
function merged(patterns: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  if (read.length === 0) return patterns;
  if (patterns.length === 0) return read;
  const found: Finding[] = [];
  let next = 0;
  for (const finding of read) {
    while (next < patterns.length && (patterns[next]?.start ?? 0) <= finding.start) put(found, patterns[next++]);
    put(found, finding);
  }
  while (next < patterns.length) put(found, patterns[next++]);
  return found;
}

function put(found: Finding[], finding: Finding | undefined): void {
  const last = found.at(-1);
  if (finding === undefined) return;
  if (last === undefined || last.end <= finding.start) found.push(finding);
  else if (finding.confidence > last.confidence) found[found.length - 1] = finding;
}
