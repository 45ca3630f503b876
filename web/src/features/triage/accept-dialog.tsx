import { useState } from 'react';
import type { TriageFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { Choice, TextArea } from '../../ui/field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';

const DAY_MS = 86_400_000;
const LENGTHS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: 'half a year' },
  { value: '365', label: 'a year' },
  { value: '', label: 'good' },
];

interface AcceptDialogProps {
  finding: TriageFieldsFragment;
  onClose: () => void;
  onAccept: (reason: string, until: string | null) => Promise<Problem | null>;
}

/** Lets a finding be: why, and for how long. */
export function AcceptDialog({ finding, onClose, onAccept }: AcceptDialogProps) {
  const now = useNow();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('90');
  const until = days === '' ? null : new Date(now.getTime() + Number(days) * DAY_MS).toISOString();
  return (
    <ConfirmDialog
      title="Accept this?"
      keep="Leave it open"
      action="Accept"
      look="primary"
      onClose={onClose}
      onConfirm={() => onAccept(reason, until)}
    >
      <p dir="auto" className="text-muted">
        {finding.title}
      </p>
      <TextArea label="Why" name="reason" required maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Choice
        label="For"
        value={days}
        options={LENGTHS}
        hint="After that it opens again."
        onChange={(event) => setDays(event.target.value)}
      />
    </ConfirmDialog>
  );
}
