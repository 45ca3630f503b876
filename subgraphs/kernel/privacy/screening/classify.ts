import { detectPersonalData } from '../../personal-data/detect.ts';
import type { PersonalDataType } from '../../personal-data/finding.ts';
import type { ColumnClass } from './screening.ts';

/** A column as far as its kind of personal data is told from it. */
export interface SampledColumn {
  name: string;
  samples: readonly string[];
}

const MAX_SAMPLES = 30;
/** Characters of one sample that are looked at. */
const MAX_CHARACTERS = 500;
/** A finding that covers so much of a value is the value. */
const WHOLE = 0.9;
/** Share of the samples from which a column is of a type. */
const MOSTLY = 0.5;

/** What a column holds: types that most of its values are, and types that stand within some. Strongest first. */
export function classifyColumn({ name, samples }: SampledColumn): ColumnClass[] {
  const texts = [...new Set(samples)].filter((text) => text.trim() !== '').slice(0, MAX_SAMPLES);
  if (texts.length === 0) return [];
  const seen = new Map<PersonalDataType, { whole: number; within: number; confidence: number }>();
  for (const sample of texts) {
    const text = sample.slice(0, MAX_CHARACTERS);
    const types = new Set<PersonalDataType>();
    for (const { type, start, end, confidence } of detectPersonalData(text, { column: { name } })) {
      const tally = seen.get(type) ?? { whole: 0, within: 0, confidence: 0 };
      if (!types.has(type)) tally.within++;
      if (!types.has(type) && end - start >= WHOLE * text.trim().length) tally.whole++;
      tally.confidence = Math.max(tally.confidence, confidence);
      types.add(type);
      seen.set(type, tally);
    }
  }
  return [...seen]
    .map(([type, { whole, within, confidence }]): ColumnClass => {
      const mostly = whole / texts.length >= MOSTLY;
      return { column: name, type, whole: mostly, share: (mostly ? whole : within) / texts.length, confidence };
    })
    .toSorted((a, b) => Number(b.whole) - Number(a.whole) || b.share - a.share);
}
