import { formatShort, formatTiny } from '../../../ui/format.ts';
import type { GalaxyNode } from './words.ts';

/** Mean advance of a semibold digit or separator, as a share of the font size. */
const DIGIT_EM = 0.58;

/** The first text that fits `width` pixels at one of `sizes` (largest first), at the largest that it fits; else the last text at the smallest. */
export function fit(texts: readonly string[], width: number, sizes: readonly number[]): { text: string; size: number } {
  for (const text of texts) {
    const size = sizes.find((each) => text.length * each * DIGIT_EM <= width);
    if (size !== undefined) return { text, size };
  }
  return { text: texts.at(-1) ?? '', size: sizes.at(-1) ?? 12 };
}

/** A node's value from its full form to its shortest. */
export function valueForms(node: Pick<GalaxyNode, 'value' | 'formattedValue' | 'unit'>): readonly string[] {
  if (node.value === null) return [node.formattedValue ?? '–'];
  const days = node.unit === 'DAYS' ? 'd' : '';
  const sign = /^[^\d\s.,+−-]/u.exec(node.formattedValue ?? '')?.[0] ?? '';
  const forms = [`${sign}${formatShort(node.value, node.unit)}${days}`, `${sign}${formatTiny(node.value, node.unit)}${days}`];
  return node.formattedValue === null ? forms : [node.formattedValue, ...forms];
}
