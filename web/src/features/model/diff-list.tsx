import { Combine, Minus, Pencil, Plus, RotateCcw } from 'lucide-react';
import type { DifferenceFragment, OntologyDifferenceAction, OntologySubject } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';

const ACTIONS: Record<OntologyDifferenceAction, { word: string; icon: typeof Plus; look: string }> = {
  ADDED: { word: 'added', icon: Plus, look: 'text-high' },
  CHANGED: { word: 'changed', icon: Pencil, look: 'text-medium' },
  REMOVED: { word: 'removed', icon: Minus, look: 'text-low' },
  MERGED: { word: 'merged', icon: Combine, look: 'text-medium' },
};
const SUBJECTS: Record<OntologySubject, string> = { ENTITY_TYPE: 'entity type', ATTRIBUTE: 'attribute', RELATION: 'relation' };

/** How a version of the model differs from another, line by line; each can be reverted while it is a draft. */
export function DiffList({
  diff,
  label,
  onRevert,
}: {
  diff: readonly DifferenceFragment[];
  label: string;
  onRevert?: (difference: DifferenceFragment) => void;
}) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line" aria-label={label}>
      {diff.map((each) => {
        const { word, icon: Icon, look } = ACTIONS[each.action];
        const whole = each.subject === 'ENTITY_TYPE' ? each.name : `${each.entityType}.${each.name}`;
        return (
          <li
            key={`${each.subject} ${whole} ${each.property ?? ''} ${each.action}`}
            data-difference={each.action}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-3 py-2"
          >
            <span className="flex min-w-0 flex-1 items-start gap-2">
              <Icon aria-hidden size={15} className={classes('mt-0.5 shrink-0', look)} />
              <span className="min-w-0">
                <span className="font-medium">{whole}</span>{' '}
                <span className="text-muted">
                  {SUBJECTS[each.subject]} {word}
                  {each.action === 'MERGED' && each.after ? ` into ${each.after}` : ''}
                  {each.property ? `: ${each.property}` : ''}
                </span>
                {each.property ? (
                  <span className="block text-sm break-words">
                    <del className="text-low">{each.before || 'nothing'}</del> →{' '}
                    <ins className="text-high no-underline">{each.after || 'nothing'}</ins>
                  </span>
                ) : null}
              </span>
            </span>
            {onRevert ? (
              <Button look="quiet" onClick={() => onRevert(each)} aria-label={`Revert ${whole}`}>
                <RotateCcw aria-hidden size={14} /> Revert
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
