import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { SetAlwaysConfirmDocument } from '../../gql/graphql.ts';
import type { GovernanceFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';

/** Actions that a person always confirms, whatever an agent has become. */
export function AlwaysConfirm({ governance, may }: { governance: GovernanceFieldsFragment; may: boolean }) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(['actions']);
  const [typed, setTyped] = useState('');
  const { alwaysConfirm } = governance;
  const set = async (actions: readonly string[], undo = true): Promise<boolean> => {
    const before = alwaysConfirm;
    const saved = await send(run(SetAlwaysConfirmDocument, { actions: [...actions] }), (data) => data.setAlwaysConfirm);
    if (saved && undo)
      notify('success', 'What is always confirmed is changed', undefined, { label: 'Undo', run: () => void set(before, false) });
    return saved !== null;
  };
  const add = async () => {
    const action = typed.trim();
    if (action === '' || alwaysConfirm.includes(action)) return;
    if (await set([...alwaysConfirm, action])) setTyped('');
  };
  return (
    <Panel title="Always confirmed by a person">
      <div className="grid gap-3">
        {problem ? <ProblemNote problem={problem} /> : null}
        {alwaysConfirm.length === 0 ? <p className="text-muted">No action is confirmed always; policies and maturity decide.</p> : null}
        <ul aria-label="Always confirmed" className="flex flex-wrap gap-1.5">
          {alwaysConfirm.map((action) => (
            <li key={action} className="inline-flex items-center rounded-full border border-line pl-3 font-mono text-xs">
              {action}
              {may ? (
                <IconButton
                  label={`No longer always confirm ${action}`}
                  className="!size-7"
                  onClick={() => void set(alwaysConfirm.filter((each) => each !== action))}
                >
                  <X aria-hidden size={13} />
                </IconButton>
              ) : (
                <span className="size-3" />
              )}
            </li>
          ))}
        </ul>
        {may ? (
          <form ref={form} noValidate className="flex flex-wrap items-start gap-2" onSubmit={submitting(add)}>
            <input
              name="actions"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              aria-label="Action that is always confirmed"
              aria-invalid={beside['actions'] ? true : undefined}
              placeholder="graph.mutate, or http.*"
              spellCheck={false}
              autoComplete="off"
              className={`${CONTROL} !w-64 font-mono`}
            />
            <Button type="submit" busy={busy} className="!min-h-10">
              <Plus aria-hidden size={15} /> Add
            </Button>
            {beside['actions'] ? <p className="basis-full text-sm text-low">{beside['actions']}</p> : null}
          </form>
        ) : null}
      </div>
    </Panel>
  );
}
