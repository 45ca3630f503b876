import { useDeferredValue, useId, useState } from 'react';
import { DataAccessPreviewDocument, MemberAttributesDocument } from '../../gql/graphql.ts';
import type { ColumnMaskInput, RowRuleInput } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { ROLES } from '../members/roles.ts';
import { PreviewTable } from './preview-table.tsx';

const MEMBERS = 200;

/** What a member sees, with a rule that is being written as if it were saved. */
export function DraftPreview({
  rowRule = null,
  columnMask = null,
}: {
  rowRule?: RowRuleInput | null;
  columnMask?: ColumnMaskInput | null;
}) {
  const id = useId();
  const [userId, setUserId] = useState('');
  const [members] = useGraph(MemberAttributesDocument, { first: MEMBERS });
  const draft = useDeferredValue(JSON.stringify({ rowRule, columnMask }));
  const { rowRule: row, columnMask: mask } = JSON.parse(draft) as { rowRule: RowRuleInput | null; columnMask: ColumnMaskInput | null };
  const [result] = useGraph(
    DataAccessPreviewDocument,
    { userId, rowRule: row, columnMask: mask },
    { pause: userId === '', policy: 'network-only' },
  );
  const preview = userId === '' ? null : (known(result)?.dataAccessPreview ?? null);
  return (
    <div className="grid gap-3 rounded-lg bg-raised p-4" data-preview>
      <label htmlFor={id} className="text-sm font-medium">
        What would they see?
      </label>
      <select id={id} value={userId} onChange={({ target }) => setUserId(target.value)} className={`${CONTROL} max-w-md`}>
        <option value="">Choose a member to try it on…</option>
        {known(members)?.userAttributes.nodes.map(({ user }) => (
          <option key={user.id} value={user.id}>
            {user.displayName} ({ROLES[user.role].label.toLowerCase()})
          </option>
        ))}
      </select>
      {members.state === 'failed' ? <ProblemNote problem={members.problem} /> : null}
      {userId !== '' && result.state === 'failed' ? <ProblemNote problem={result.problem} /> : null}
      {preview ? <PreviewTable preview={preview} /> : null}
    </div>
  );
}
