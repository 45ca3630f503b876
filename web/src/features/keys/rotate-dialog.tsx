import { useState } from 'react';
import { RotateApiKeyDocument } from '../../gql/graphql.ts';
import type { ApiKeyFieldsFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Choice } from '../../ui/field.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { OVERLAPS } from './key-words.ts';

interface RotateDialogProps {
  apiKey: ApiKeyFieldsFragment;
  onRotated: (made: { name: string; secret: string; note: string }) => void;
  onClose: () => void;
}

/** A new key in place of another, which works on for a while so that programs can change over. */
export function RotateDialog({ apiKey: { id, name }, onRotated, onClose }: RotateDialogProps) {
  const run = useRun();
  const [hours, setHours] = useState('24');
  const rotate = async () => {
    const outcome = await run(RotateApiKeyDocument, { id, overlapHours: Number(hours) });
    if (!outcome.ok) return outcome.problem;
    const made = outcome.data.rotateApiKey;
    if (made.__typename === 'InputRefused') return problemOfRefusal(made.problems);
    const note = hours === '0' ? 'The one before it works no longer.' : `The one before it works on ${overlapInWords(hours)}.`;
    onRotated({ name: made.key.name, secret: made.secret, note });
    return null;
  };
  return (
    <ConfirmDialog title={`Rotate “${name}”?`} keep="Keep it" action="Make the new key" look="primary" onClose={onClose} onConfirm={rotate}>
      <p>A new key with the same name, limits and lifetime takes its place. You answer for it from then on.</p>
      <Choice
        label="The old one works on"
        value={hours}
        onChange={({ target }) => setHours(target.value)}
        options={OVERLAPS}
        hint="Give the new key to the programs within that time."
      />
    </ConfirmDialog>
  );
}

function overlapInWords(hours: string): string {
  return (OVERLAPS.find(({ value }) => value === hours)?.label ?? `for ${hours} hours`).toLowerCase();
}
