import type { FarmRunFieldsFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import type { FarmForm } from './report.ts';

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

/** On what a stress test runs. */
export const FORM_WORDS: Record<FarmForm, { word: string; hint: string }> = {
  REHEARSAL: { word: 'a rehearsal', hint: 'In one process, in its own time: a second. Nothing is killed for real.' },
  EXECUTOR: { word: 'on the executor', hint: 'The real one, with a database of its own and processes that are killed: about a minute.' },
};
