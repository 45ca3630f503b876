import { useState } from 'react';
import { SetAutonomyModeDocument } from '../../gql/graphql.ts';
import type { AutonomyMode, GovernanceFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { MODES } from './looks.ts';

const ORDER: readonly AutonomyMode[] = ['OFF', 'PROPOSE_ONLY', 'SUPERVISED', 'FULL'];

/** How much agents may do by themselves. Less is in force at once; more is asked about first. */
export function Autonomy({ governance, may }: { governance: GovernanceFieldsFragment; may: boolean }) {
  const run = useRun();
  const [asked, setAsked] = useState<AutonomyMode | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { autonomyMode: mode } = governance;
  const change = async (next: AutonomyMode): Promise<Problem | null> => {
    const outcome = await run(SetAutonomyModeDocument, { mode: next });
    if (!outcome.ok) return outcome.problem;
    const { setAutonomyMode } = outcome.data;
    if (setAutonomyMode.__typename === 'InputRefused') return problemOfRefusal(setAutonomyMode.problems);
    notify('success', `Autonomy: ${MODES[next].label.toLowerCase()}`, MODES[next].hint, {
      label: 'Undo',
      run: () => void change(mode).then(setProblem),
    });
    return null;
  };
  const choose = (next: AutonomyMode) => {
    setProblem(null);
    if (ORDER.indexOf(next) > ORDER.indexOf(mode)) setAsked(next);
    else if (next !== mode) void change(next).then(setProblem);
  };
  return (
    <Panel
      title="How much agents may do by themselves"
      aside={
        governance.changedAt ? (
          <span className="text-sm text-muted">
            {governance.changedBy ? `${governance.changedBy.displayName}, ` : ''}
            {formatMoment(governance.changedAt)}
          </span>
        ) : null
      }
    >
      <div className="grid gap-3">
        {problem ? <ProblemNote problem={problem} /> : null}
        <fieldset disabled={!may} className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4" data-autonomy={mode}>
          <legend className="sr-only">Autonomy</legend>
          {ORDER.map((each) => (
            <RadioCard
              key={each}
              name="autonomy"
              label={MODES[each].label}
              hint={MODES[each].hint}
              checked={each === mode}
              onChoose={() => choose(each)}
            />
          ))}
        </fieldset>
        {may ? null : <p className="text-sm text-muted">Owners and administrators decide this.</p>}
      </div>
      {asked ? (
        <ConfirmDialog
          title={`Let agents do more: ${MODES[asked].label.toLowerCase()}?`}
          keep="Leave it as it is"
          action="Let them"
          look="primary"
          onClose={() => setAsked(null)}
          onConfirm={() => change(asked)}
        >
          <p>{MODES[asked].hint}</p>
          <p>Whatever always has to be confirmed still is, and no limit or budget changes.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
