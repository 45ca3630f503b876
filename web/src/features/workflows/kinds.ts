import type { Hue } from '../../ui/graph/drawing.ts';

/** Kinds of steps by what they have in common, with a hue each. */
export const KINDS: readonly { hue: Hue; word: string; kinds: readonly string[] }[] = [
  { hue: 'product', word: 'calls a tool', kinds: ['TOOL'] },
  { hue: 'people', word: 'asks a model', kinds: ['MODEL'] },
  { hue: 'operations', word: 'decides or waits', kinds: ['CONDITION', 'WAIT', 'APPROVAL'] },
  { hue: 'finance', word: 'holds other steps', kinds: ['MAP', 'PARALLEL', 'REPEAT'] },
  { hue: 'growth', word: 'begins another workflow', kinds: ['WORKFLOW'] },
];

const WORDS: Readonly<Record<string, string>> = {
  TOOL: 'tool',
  MODEL: 'model',
  CONDITION: 'condition',
  MAP: 'for each',
  PARALLEL: 'side by side',
  REPEAT: 'repeat',
  WAIT: 'wait',
  APPROVAL: 'approval',
  WORKFLOW: 'workflow',
};

/** A kind of step: its word and its hue. */
export function kindLook(kind: string): { word: string; hue: Hue } {
  return { word: WORDS[kind] ?? kind.toLowerCase(), hue: KINDS.find(({ kinds }) => kinds.includes(kind))?.hue ?? 'product' };
}
