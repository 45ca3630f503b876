import { useState } from 'react';
import { RevokeApiKeyDocument } from '../../gql/graphql.ts';
import type { ApiKeyFieldsFragment, ViewerFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatAgo, formatDay } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { useNow } from '../../ui/use-now.ts';
import { isProgram } from '../members/roles.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { scopesInWords, STATUS } from './key-words.ts';
import { RotateDialog } from './rotate-dialog.tsx';

interface KeyRowProps {
  apiKey: ApiKeyFieldsFragment;
  viewer: ViewerFieldsFragment | null;
  may: boolean;
  onMade: (made: { name: string; secret: string; note: string }) => void;
  onChange: () => void;
}

/** One key: what it is for, what it may, when it was used, and how to replace it or take it back. */
export function KeyRow({ apiKey, viewer, may, onMade, onChange }: KeyRowProps) {
  const { id, name, start, scopes, status, account, madeBy, createdAt, expiresAt, lastUsedAt, lastUsedFrom } = apiKey;
  const run = useRun();
  const now = useNow();
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null);
  const works = status === 'ACTIVE' || status === 'REPLACED';
  const own = account?.id === viewer?.user.id;
  const rotatable = may && status === 'ACTIVE' && (own || (account ? isProgram(account) : false));
  const revoke = async () => {
    const outcome = await run(RevokeApiKeyDocument, { id });
    if (!outcome.ok) return outcome.problem;
    onChange();
    notify('success', `The key “${name}” works no longer.`);
    return null;
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-key={name} data-status={status}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="truncate">{name}</span>
          <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge>
        </p>
        <p className="text-sm break-words text-muted">
          <code className="font-mono">{start}…</code> · acts as {own ? 'you' : (account?.displayName ?? 'nobody')} · may do{' '}
          {scopesInWords(scopes)}
        </p>
        <p className="text-sm text-muted">
          {lastUsedAt ? `Used ${formatAgo(lastUsedAt, now)}${lastUsedFrom ? ` from ${lastUsedFrom}` : ''}` : 'Never used'} · made on{' '}
          {formatDay(createdAt)}
          {madeBy ? ` by ${madeBy.id === viewer?.user.id ? 'you' : madeBy.displayName}` : ' by somebody who has left: it does nothing'}
          {works && expiresAt ? ` · works until ${formatDay(expiresAt)}` : ''}
        </p>
      </div>
      {rotatable ? (
        <Button onClick={() => setAsking('rotate')} aria-label={`Rotate ${name}`}>
          Rotate
        </Button>
      ) : null}
      {may && works ? (
        <Button look="quiet" onClick={() => setAsking('revoke')} aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      ) : null}
      {asking === 'rotate' ? <RotateDialog apiKey={apiKey} onRotated={onMade} onClose={() => setAsking(null)} /> : null}
      {asking === 'revoke' ? (
        <ConfirmDialog
          title={`Revoke “${name}”?`}
          keep="Keep"
          action="Revoke"
          look="danger"
          onClose={() => setAsking(null)}
          onConfirm={revoke}
        >
          <p>Programs that use it are refused within a second, everywhere. That cannot be undone; make a new key instead.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
