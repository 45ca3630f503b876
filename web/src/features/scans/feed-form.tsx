import { useState } from 'react';
import { AddTelemetryFeedDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { ADDRESS_FIELDS, AddressFields, typedAddress } from './address-fields.tsx';

const WAYS = [
  { value: 'url', label: 'Fetched from an address' },
  { value: 'webhook', label: 'Sent by a service' },
] as const;

/** A feed that was just made; the secret is of a webhook, and is known this once. */
export interface MadeFeed {
  name: string;
  address: string | null;
  secret: string | null;
}

interface FeedFormProps {
  onMade: (made: MadeFeed) => void;
  onClose: () => void;
}

/** Telemetry that nobody has to bring: each scan fetches it, or a service sends it. */
export function FeedForm({ onMade, onClose }: FeedFormProps) {
  const run = useRun();
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('url');
  const { form, busy, problem, beside, send, submitting } = useForm(['name', ...ADDRESS_FIELDS]);
  const submit = async (data: FormData) => {
    const name = formText(data, 'name').trim();
    const from = way === 'url' ? { url: typedAddress(data) } : { webhook: true };
    const made = await send(run(AddTelemetryFeedDocument, { input: { name, ...from } }), (answer) => answer.addTelemetryFeed);
    if (made) onMade({ name, address: made.feed.address ?? null, secret: made.secret ?? null });
  };
  return (
    <Panel title="Add telemetry">
      <form ref={form} className="grid gap-4" autoComplete="off" onSubmit={submitting(submit)} data-feed-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div>
          <Segments label="How it comes" value={way} options={WAYS} onChange={setWay} />
        </div>
        <Field label="Name" name="name" required autoFocus maxLength={200} placeholder="Identity provider" problem={beside.name} />
        {way === 'url' ? (
          <AddressFields secretHint="Where it asks for one. It is kept sealed and not shown again." beside={beside} />
        ) : (
          <p className="text-muted">It gets an address of this server, and a secret that what is sent there is signed with.</p>
        )}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Adding it…' : 'Add it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
