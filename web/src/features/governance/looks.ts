import type { AutonomyMode } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

export const MODES: Record<AutonomyMode, { label: string; hint: string }> = {
  OFF: { label: 'Off', hint: 'No agent does anything that changes something. Reading goes on.' },
  PROPOSE_ONLY: { label: 'Propose only', hint: 'Agents propose; a person decides every change.' },
  SUPERVISED: { label: 'Supervised', hint: 'Mature agents act while people watch; what matters is proposed.' },
  FULL: { label: 'Full', hint: 'Mature agents act by themselves, within their limits, your policies and your budgets.' },
};

const VERDICTS: Readonly<Record<string, { word: string; tone: Tone }>> = {
  EXECUTE: { word: 'by itself', tone: 'good' },
  SUPERVISE: { word: 'by itself, watched', tone: 'accent' },
  PROPOSE: { word: 'a person decides', tone: 'warning' },
  TRAIN: { word: 'not yet', tone: 'neutral' },
  DENY: { word: 'not at all', tone: 'bad' },
};
export function verdictLook(verdict: string): { word: string; tone: Tone } {
  return VERDICTS[verdict] ?? { word: verdict.toLowerCase(), tone: 'neutral' };
}

export const VERDICT_CHOICES = Object.entries(VERDICTS).map(([value, { word }]) => ({ value, label: word }));

/** How much an action can do. */
export const COMPLEXITIES = ['shows', 'asks or streams', 'changes', 'deletes'] as const;

/** The same, to choose from. */
export const LEVELS = COMPLEXITIES.map((word, index) => ({ value: String(index + 1), label: `${index + 1}: ${word}` }));
