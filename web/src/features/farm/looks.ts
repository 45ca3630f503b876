import type { FarmRunFieldsFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

const VERDICTS: Readonly<Record<string, { word: string; tone: Tone }>> = {
  PASS: { word: 'passed', tone: 'good' },
  DEGRADED: { word: 'degraded', tone: 'warning' },
  FAIL: { word: 'failed', tone: 'bad' },
};

/** How a stress test stands: its verdict, or how far it is. Pure. */
export function farmLook({ status, verdict, done, total }: Pick<FarmRunFieldsFragment, 'status' | 'verdict' | 'done' | 'total'>): {
  word: string;
  tone: Tone;
} {
  if (status === 'RUNNING') return { word: `${done} of ${total}`, tone: 'accent' };
  return VERDICTS[verdict ?? ''] ?? { word: 'ended early', tone: 'neutral' };
}

export function verdictWord(verdict: string | null): string {
  return VERDICTS[verdict ?? '']?.word ?? '–';
}

/** `TOOL_TIMEOUT` → "tool timeout". */
export const words = (code: string) => code.toLowerCase().replaceAll('_', ' ');
