import { useState } from 'react';
import { SettleEffectDocument } from '../../gql/graphql.ts';
import type { EffectFieldsFragment, EffectOutcome } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';

const OUTCOMES: Record<EffectOutcome, { label: string; title: string; text: string }> = {
  HAPPENED: { label: 'It happened', title: 'Did it happen?', text: 'It is not done again; the run goes on as if the tool had replied.' },
  NOT_HAPPENED: {
    label: 'It did not',
    title: 'Did it not happen?',
    text: 'It is done now. If it had happened after all, it happens twice.',
  },
  GIVE_UP: { label: 'Give up', title: 'Give this step up?', text: 'It is not done, and the step fails.' },
};

/** A person says what became of a call that was cut off. Nobody asks again by themselves. */
export function Settle({ effect, onSettled }: { effect: EffectFieldsFragment; onSettled: () => void }) {
  const run = useRun();
  const [asked, setAsked] = useState<EffectOutcome | null>(null);
  const settle = async (outcome: EffectOutcome): Promise<Problem | null> => {
    const ended = await run(SettleEffectDocument, { id: effect.id, outcome });
    if (!ended.ok) return ended.problem;
    const { settleEffect } = ended.data;
    if (settleEffect.__typename === 'InputRefused') return problemOfRefusal(settleEffect.problems);
    notify('success', 'The run goes on', OUTCOMES[outcome].label);
    onSettled();
    return null;
  };
  return (
    <div className="flex flex-wrap gap-2" data-settle={effect.id}>
      {(['HAPPENED', 'NOT_HAPPENED', 'GIVE_UP'] as const).map((outcome) => (
        <Button key={outcome} look={outcome === 'GIVE_UP' ? 'danger' : 'secondary'} onClick={() => setAsked(outcome)}>
          {OUTCOMES[outcome].label}
        </Button>
      ))}
      {asked ? (
        <ConfirmDialog
          title={OUTCOMES[asked].title}
          keep="Not now"
          action={OUTCOMES[asked].label}
          look={asked === 'GIVE_UP' ? 'danger' : 'primary'}
          onClose={() => setAsked(null)}
          onConfirm={() => settle(asked)}
        >
          <p>{OUTCOMES[asked].text}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
