import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Editing } from '../act/editing.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';

interface Thing {
  id: string;
}

interface EditedListProps<Data, Node extends Thing> {
  /** What is listed, such as "the hosts". */
  what: string;
  /** What the button says that makes one. */
  make: string;
  result: GraphState<Data>;
  refresh: () => void;
  pick: (data: Data) => { nodes: readonly Node[]; totalCount: number };
  onMore: () => void;
  /** What the address says is being edited: `new`, an id, or nothing. */
  edit: string;
  onEdit: (id: string) => void;
  nameOf: (node: Node) => string;
  empty: (make: ReactNode) => ReactNode;
  row: (node: Node) => ReactNode;
  /** What else can be done with one, beside changing and removing it. */
  more?: (node: Node) => ReactNode;
  form: (node: Node | null, ways: { onClose: () => void; onSaved: () => void }) => ReactNode;
  /** What comes of removing one. */
  removal: string;
  /** Resolves with what went wrong; null when it is gone. */
  remove: (node: Node) => Promise<Problem | null>;
}

/** A list of things that are made, changed and removed by those who see it. */
export function EditedList<Data, Node extends Thing>(props: EditedListProps<Data, Node>) {
  const { what, make, result, refresh, pick, onMore, edit, onEdit, nameOf, empty, row, more, form, removal, remove } = props;
  const [removed, setRemoved] = useState<Node | null>(null);
  const data = known(result);
  const edited = (data === null ? [] : pick(data).nodes).find(({ id }) => id === edit) ?? null;
  const makeOne = (
    <Button look="primary" className="justify-self-start" onClick={() => onEdit('new')} data-make>
      <Plus aria-hidden size={16} /> {make}
    </Button>
  );
  return (
    <>
      <Listed what={what} result={result} refresh={refresh} pick={pick} onMore={onMore} empty={empty(makeOne)}>
        {(nodes) => (
          <>
            {makeOne}
            <ul aria-label={what} className="panel divide-y divide-line">
              {nodes.map((each) => (
                <li key={each.id} className="flex flex-wrap items-start gap-x-3 gap-y-2 p-4" data-edited={nameOf(each)}>
                  <div className="grid min-w-0 flex-1 basis-60 gap-1">{row(each)}</div>
                  {more?.(each)}
                  <Button onClick={() => onEdit(each.id)} aria-label={`Change: ${nameOf(each)}`}>
                    Change
                  </Button>
                  <Button look="quiet" onClick={() => setRemoved(each)} aria-label={`Remove: ${nameOf(each)}`}>
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Listed>
      <Editing may edit={edit} thing={edited} onClose={() => onEdit('')} onSaved={refresh}>
        {(ways) => form(edited, ways)}
      </Editing>
      {removed ? (
        <ConfirmDialog
          title={`Remove ${nameOf(removed)}?`}
          keep="Keep it"
          action="Remove it"
          look="danger"
          onClose={() => setRemoved(null)}
          onConfirm={() => remove(removed)}
        >
          <p>{removal}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
