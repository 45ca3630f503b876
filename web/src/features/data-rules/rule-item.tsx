import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { RemoveDataRuleDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';

interface RuleItemProps {
  id: string;
  name: string;
  /** What it says, in a sentence. */
  text: string;
  problem: string | null;
  onEdit: () => void;
  onRemoved: () => void;
}

/** A rule in a list: what it says, what is wrong with it, and what can be done with it. */
export function RuleItem({ id, name, text, problem, onEdit, onRemoved }: RuleItemProps) {
  const run = useRun();
  const [removing, setRemoving] = useState(false);
  const remove = async () => {
    const outcome = await run(RemoveDataRuleDocument, { id });
    if (!outcome.ok) return outcome.problem;
    const given = outcome.data.removeDataRule;
    if (given.__typename === 'InputRefused') return problemOfRefusal(given.problems);
    onRemoved();
    notify('success', `“${name}” is removed.`, 'What it hid is visible again.');
    return null;
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-rule={name}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{name}</p>
        <p className="text-pretty text-muted">{text}</p>
        {problem ? (
          <p className="mt-1 flex items-start gap-1.5 text-sm text-low">
            <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0" /> {problem}
          </p>
        ) : null}
      </div>
      <Button look="quiet" onClick={onEdit} aria-label={`Change ${name}`}>
        Change
      </Button>
      <Button look="quiet" onClick={() => setRemoving(true)} aria-label={`Remove ${name}`}>
        Remove
      </Button>
      {removing ? (
        <ConfirmDialog
          title={`Remove “${name}”?`}
          keep="Keep"
          action="Remove"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>What it hides is visible again at once, to everybody it restricts.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
