import type { RunFigureFieldsFragment, RunStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

type Figures = Pick<RunFigureFieldsFragment, 'working' | 'waiting' | 'failed' | 'succeeded'>;

/** How an agent is: what needs a person first, then what it does, then how it did. Pure. */
export function healthOf(last: { status: RunStatus } | null, figures: Figures | null): { word: string; tone: Tone } {
  if (last === null) return { word: 'nothing to do yet', tone: 'neutral' };
  if (last.status === 'FAILED') return { word: 'last run failed', tone: 'bad' };
  if ((figures?.waiting ?? 0) > 0 || last.status === 'WAITING') return { word: 'waits for you', tone: 'warning' };
  if ((figures?.working ?? 0) > 0 || last.status === 'RUNNING') return { word: 'at work', tone: 'accent' };
  if (figures !== null && figures.failed > figures.succeeded) return { word: 'mostly failing', tone: 'bad' };
  return { word: 'well', tone: 'good' };
}
