import { MoveLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { RepairDetailQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { ChangeEditor } from './change-editor.tsx';
import { NO_EDIT } from './edits.ts';
import type { Edit } from './edits.ts';
import { kindWords } from './words.ts';

type Repair = NonNullable<RepairDetailQuery['repair']>;

interface ChangeRowProps {
  change: Repair['changes'][number];
  available: Repair['available'];
  edit: Edit | undefined;
  editable: boolean;
  onEdit: (edit: Edit | undefined) => void;
}

/** What a repair does about one column: from which fields it is read, how sure that is, and how somebody would have it otherwise. */
export function ChangeRow({ change, available, edit, editable, onEdit }: ChangeRowProps) {
  const unknown = change.from.length === 0;
  const [editing, setEditing] = useState(unknown);
  const from = edit?.leaveOut ? [] : edit?.from.length ? edit.from : change.from;
  return (
    <li className="grid gap-2 rounded-md bg-raised p-3" data-change={change.column}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <code className="font-mono font-medium">{change.column}</code>
        <MoveLeft aria-label="is read from" role="img" size={16} className="text-muted" />
        <code className="font-mono">{edit?.leaveOut ? 'left out' : from.length === 0 ? '?' : from.join(' + ')}</code>
        <Badge>{kindWords(change.kind)}</Badge>
        {edit && (edit.leaveOut || edit.from.length > 0) ? (
          <Badge tone="accent">as you say</Badge>
        ) : (
          <ConfidenceMark score={change.confidence} />
        )}
        {editable && !unknown ? (
          <Button
            look="quiet"
            className="ml-auto"
            aria-expanded={editing}
            onClick={() => {
              setEditing(!editing);
              onEdit(editing ? undefined : { ...NO_EDIT, from: change.from });
            }}
          >
            <Pencil aria-hidden size={14} /> {editing ? 'As proposed' : 'Edit'}
          </Button>
        ) : null}
      </div>
      <p className="text-sm text-muted">{unknown ? 'Nothing certainly took its place.' : change.how}</p>
      {editable && editing ? (
        <ChangeEditor column={change.column} candidates={change.candidates} available={available} edit={edit ?? NO_EDIT} onEdit={onEdit} />
      ) : null}
    </li>
  );
}
