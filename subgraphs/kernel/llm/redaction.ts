import { TELLING_TYPES } from '../privacy/findings.ts';
import { detectPersonalData } from '../personal-data/detect.ts';

/** Texts without what tells of persons, and the way back. */
export interface RedactedTexts {
  texts: string[];
  /** What was taken out, with what stands for it. */
  standIns: (readonly [original: string, standIn: string])[];
}

/** A text without what tells of persons, and the way back. */
export interface Redacted {
  text: string;
  /** How much was taken out. */
  count: number;
  /** Puts what was taken out back into every text of a reply. */
  restore(value: unknown): unknown;
}

/** Takes personal data out of a text before it leaves the house; a stand-in tells the same thing the same way throughout. */
export function redactText(text: string): Redacted {
  const { texts, standIns } = redactTexts([text]);
  return { text: texts[0] ?? '', count: standIns.length, restore: (value) => restored(value, standIns) };
}

/** The same for several texts that leave together, with the same stand-in for the same thing. */
export function redactTexts(texts: readonly string[]): RedactedTexts {
  const standIns = new Map<string, string>();
  const redacted = texts.map((text) => {
    let left = '';
    let at = 0;
    for (const { type, start, end } of detectPersonalData(text)) {
      if (!TELLING_TYPES.has(type) || start < at) continue;
      const original = text.slice(start, end);
      const standIn = standIns.get(original) ?? `[${type}_${standIns.size + 1}]`;
      standIns.set(original, standIn);
      left += text.slice(at, start) + standIn;
      at = end;
    }
    return left + text.slice(at);
  });
  return { texts: redacted, standIns: [...standIns] };
}

/** Puts what was taken out back into every text of a reply. */
export function restored(value: unknown, standIns: RedactedTexts['standIns']): unknown {
  if (typeof value === 'string') return standIns.reduce((whole, [original, standIn]) => whole.replaceAll(standIn, () => original), value);
  if (Array.isArray(value)) return value.map((each) => restored(each, standIns));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, restored(each, standIns)]));
}
