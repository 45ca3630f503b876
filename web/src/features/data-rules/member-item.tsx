import { useState } from 'react';
import type { MemberAttributesQuery } from '../../gql/graphql.ts';
import { DataAccessPreviewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ROLES } from '../members/roles.ts';
import { MemberEditor } from './member-editor.tsx';
import { PreviewTable } from './preview-table.tsx';

export type Member = MemberAttributesQuery['userAttributes']['nodes'][number];

interface MemberItemProps {
  member: Member;
  /** Changes whenever a rule does: what is shown is then read anew. */
  version: number;
  onChanged: () => void;
}

/** A member: groups and attributes, a form to change them, and what they see. */
export function MemberItem({ member, version, onChanged }: MemberItemProps) {
  const [open, setOpen] = useState<'edit' | 'preview' | null>(null);
  const { user, groups, attributes } = member;
  const toggle = (what: 'edit' | 'preview') => setOpen((now) => (now === what ? null : what));
  return (
    <li className="grid gap-3 py-3 first:pt-0 last:pb-0" data-member={user.email}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">
            {user.displayName} <span className="font-normal text-muted">· {ROLES[user.role].label}</span>
          </p>
          <div className="mt-1 flex flex-wrap gap-1.5">
            {groups.map((group) => (
              <Badge key={group} tone="accent">
                {group}
              </Badge>
            ))}
            {attributes.map(({ name, values }) => (
              <Badge key={name}>
                {name}: {values.join(', ')}
              </Badge>
            ))}
            {groups.length === 0 && attributes.length === 0 ? <span className="text-sm text-muted">no groups, no attributes</span> : null}
          </div>
        </div>
        <Button
          look="quiet"
          aria-expanded={open === 'preview'}
          onClick={() => toggle('preview')}
          aria-label={`What they see: ${user.displayName}`}
        >
          What they see
        </Button>
        <Button look="quiet" aria-expanded={open === 'edit'} onClick={() => toggle('edit')} aria-label={`Change ${user.displayName}`}>
          Change
        </Button>
      </div>
      {open === 'edit' ? (
        <MemberEditor
          member={member}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            onChanged();
          }}
        />
      ) : null}
      {open === 'preview' ? <Seen key={version} userId={user.id} /> : null}
    </li>
  );
}

function Seen({ userId }: { userId: string }) {
  const [result, refresh] = useGraph(DataAccessPreviewDocument, { userId, rowRule: null, columnMask: null }, { policy: 'network-only' });
  const preview = known(result)?.dataAccessPreview ?? null;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  return preview ? <PreviewTable preview={preview} /> : <Loading label="Working out what they see" lines={3} />;
}
