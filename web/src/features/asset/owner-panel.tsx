import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { AssignOwnerDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { formatPercent } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { usePeople } from '../discover/use-people.ts';
import type { Asset } from './asset.ts';
import { personMeant } from './person-meant.ts';

/** Who answers for an asset, and who may by what records say; naming somebody can be undone. */
export function OwnerPanel({ asset, refresh }: { asset: Asset; refresh: () => void }) {
  const run = useRun();
  const may = useMay('assets.own');
  const people = usePeople('nobody', !may);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { owner, ownerSuggestions } = asset;

  const assign = async (userId: string | null, undoable = true) => {
    const before = owner?.id ?? null;
    if (undoable && userId === before) return;
    setBusy(true);
    const ended = await run(AssignOwnerDocument, { assetId: asset.id, userId });
    setBusy(false);
    if (!ended.ok) return setProblem(ended.problem);
    const { assignOwner } = ended.data;
    if (assignOwner.__typename === 'InputRefused') return setProblem(problemOfRefusal(assignOwner.problems));
    setProblem(null);
    refresh();
    const name = people.find(({ value }) => value === (userId ?? ''))?.label ?? '';
    notify('success', userId === null ? 'Nobody owns it now' : `${name} owns it now`, asset.name, {
      label: 'Undo',
      run: () => void assign(before, false),
    });
  };

  return (
    <Panel title="Owner">
      <div className="grid gap-4" aria-busy={busy}>
        {problem ? <ProblemNote problem={problem} /> : null}
        {may ? (
          <Combobox
            label="Answers for it"
            value={owner?.id ?? ''}
            options={people}
            onChange={(value) => void assign(value === '' ? null : value)}
          />
        ) : (
          <p>{owner?.displayName ?? <span className="text-muted">nobody</span>}</p>
        )}
        {ownerSuggestions.length > 0 ? (
          <div className="grid gap-2">
            <h3 className="text-sm font-medium">By what records say</h3>
            <ul className="grid gap-3" aria-label="Suggested owners">
              {ownerSuggestions.map((suggestion) => {
                const person = personMeant(people, suggestion.who);
                return (
                  <li key={`${suggestion.who}${suggestion.source}`} className="grid gap-1" data-suggestion={suggestion.who}>
                    <span className="flex flex-wrap items-center justify-between gap-2">
                      <span dir="auto" className="font-medium break-all">
                        {suggestion.who}
                      </span>
                      <span className="text-sm text-muted">{formatPercent(suggestion.confidence, 0)} sure</span>
                    </span>
                    <span dir="auto" className="text-sm text-muted">
                      {suggestion.says}
                      {suggestion.tied ? ' Another one is as likely.' : ''}
                    </span>
                    {may && person !== null && person.value !== owner?.id ? (
                      <Button className="min-h-8 justify-self-start text-sm" busy={busy} onClick={() => void assign(person.value)}>
                        Name {person.label}
                      </Button>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
