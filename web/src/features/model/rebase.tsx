import { useState } from 'react';
import { RebaseOntologyDraftDocument } from '../../gql/graphql.ts';
import type { OntologyDraftSide } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';

/** Somebody has published since the draft was begun: which of both holds where both changed the same. */
export function Rebase({ refresh }: { refresh: () => void }) {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const rebase = async (keep: OntologyDraftSide) => {
    setBusy(true);
    const outcome = await run(RebaseOntologyDraftDocument, { keep });
    setBusy(false);
    refresh();
    const result = outcome.ok ? outcome.data.rebaseOntologyDraft : null;
    const problem = !outcome.ok ? outcome.problem : result?.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <div className="grid gap-3 rounded-lg border border-medium bg-medium-soft p-4">
      <p>Somebody has published since this draft was begun. Bring it up to date; where both changed the same thing, one of them holds.</p>
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={() => void rebase('MINE')}>
          Mine holds
        </Button>
        <Button busy={busy} onClick={() => void rebase('THEIRS')}>
          Theirs holds
        </Button>
      </div>
    </div>
  );
}
