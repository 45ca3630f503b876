import type { ApprovalFieldsFragment } from '../../gql/graphql.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { TextArea } from '../../ui/field.tsx';
import { DiffLines } from '../workflows/diff-lines.tsx';

/** JSON as people read and edit it. */
export const jsonText = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2));

interface ApprovalPayloadProps {
  approval: ApprovalFieldsFragment;
  /** As it is being edited; null while it is not. */
  draft: string | null;
  problem: string | undefined;
  onDraft: (draft: string) => void;
}

/** What will be done, word by word: as the agent proposes it, as it is being edited, or as somebody left it. */
export function ApprovalPayload({ approval, draft, problem, onDraft }: ApprovalPayloadProps) {
  const proposed = jsonText(approval.payload);
  if (draft !== null)
    return (
      <TextArea
        label="What will be done, as you want it"
        name="payload"
        rows={Math.min(18, Math.max(4, draft.split('\n').length + 1))}
        className="[&_textarea]:font-mono [&_textarea]:text-sm"
        value={draft}
        problem={problem}
        hint="JSON. It is checked before it is done."
        spellCheck={false}
        autoFocus
        onChange={(event) => onDraft(event.target.value)}
      />
    );
  if (approval.editedPayload != null)
    return <DiffLines before={proposed} after={jsonText(approval.editedPayload)} label="What was changed before it was approved" />;
  return <CodeBlock code={proposed} label="What will be done" />;
}
