import { TELLING_TYPES } from '../privacy/findings.ts';
import { detectPersonalData } from '../personal-data/detect.ts';

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
  const standIns = new Map<string, string>();
  let redacted = '';
  let at = 0;
  for (const { type, start, end } of detectPersonalData(text)) {
    if (!TELLING_TYPES.has(type) || start < at) continue;
    const original = text.slice(start, end);
    const standIn = standIns.get(original) ?? `[${type}_${standIns.size + 1}]`;
    standIns.set(original, standIn);
    redacted += text.slice(at, start) + standIn;
    at = end;
  }
  const back = [...standIns].map(([original, standIn]) => [standIn, original] as const);
  const restore = (value: unknown): unknown => {
    if (typeof value === 'string') return back.reduce((whole, [standIn, original]) => whole.replaceAll(standIn, () => original), value);
    if (Array.isArray(value)) return value.map(restore);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, restore(each)]));
  };
  return { text: redacted + text.slice(at), count: standIns.size, restore };
}
