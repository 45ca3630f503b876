import type { Comparer } from './compare/comparer.ts';
import { SILENT } from './learn/em.ts';
import type { PreparedValue } from './prepare.ts';
import type { Level } from './types.ts';

const SHOWN = 60;
const HOW: Readonly<Record<Level, string>> = {
  SAME: 'is the same',
  NEAR: 'is nearly the same',
  CLOSE: 'is similar',
  LIKE: 'has something in common',
  DIFFERENT: 'is different',
  MISSING: 'is missing',
};

/** The level a person reads for a likeness of 0 … 100. */
export function levelOf(likeness: number): Level {
  if (likeness === SILENT) return 'MISSING';
  if (likeness === 100) return 'SAME';
  if (likeness >= 85) return 'NEAR';
  if (likeness >= 65) return 'CLOSE';
  return likeness >= 30 ? 'LIKE' : 'DIFFERENT';
}

/** One sentence about how a field of two records compares, with the values. */
export function sentenceOf(
  { field, aspect }: Pick<Comparer, 'field' | 'aspect'>,
  level: Level,
  a: PreparedValue | null,
  b: PreparedValue | null,
): string {
  if (aspect === 'RELATED') return `What both are linked to ${HOW[level]}.`;
  if (level === 'MISSING')
    return aspect === 'CODES' ? `No codes or numbers in ${field} to compare.` : `${field} ${HOW[level]} on one side at least.`;
  if (aspect === 'CODES') return `Codes and numbers in ${field}: ${list(a?.codes)} and ${list(b?.codes)}; this ${HOW[level]}.`;
  const [left, right] = [a?.raw.trim() ?? '', b?.raw.trim() ?? ''];
  if (left === right) return `${field} is the same: ${shown(left)}.`;
  return level === 'SAME'
    ? `${field} is the same but for spelling: ${shown(left)} and ${shown(right)}.`
    : `${field} ${HOW[level]}: ${shown(left)} and ${shown(right)}.`;
}

function list(codes: readonly string[] = []): string {
  return codes.slice(0, 5).join(', ') || 'none';
}

function shown(text: string): string {
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;
}
