import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { formatCompact } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';
import type { Step } from './run-state.ts';

const UNDOING = {
  UNDOING: { word: 'is being undone', tone: 'warning' },
  UNDONE: { word: 'undone', tone: 'neutral' },
  NOT_UNDONE: { word: 'could not be undone', tone: 'bad' },
} as const;

/** What a step of a workflow has beside others: what it cost, whether it was undone or taken over, how a person decided on it. */
export function StepExtras({ step }: { step: Step }) {
  const { costUsd, tokens, undoing, carried, approval } = step;
  const cost = [costUsd ? formatDollars(costUsd) : null, tokens ? `${formatCompact(tokens)} tokens` : null].filter((each) => each !== null);
  if (cost.length === 0 && undoing === null && !carried && !approval) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted" data-step-extras>
      {cost.length > 0 ? <span>{cost.join(' · ')}</span> : null}
      {carried ? <Badge>taken over, not paid again</Badge> : null}
      {undoing ? <Badge tone={UNDOING[undoing].tone}>{UNDOING[undoing].word}</Badge> : null}
      {approval && approval.status !== 'PENDING' ? (
        <Link to={`/agents?show=all&approval=${approval.id}`} className="link">
          decided: {approval.status.toLowerCase()}
        </Link>
      ) : null}
    </p>
  );
}

/** How deep a step stands within others: `each[3].inner` → 1. */
export function depthOf(key: string): number {
  return key.split('.').length - 1;
}
