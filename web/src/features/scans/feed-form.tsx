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
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'address', 'header', 'secret']);
  const submit = async (data: FormData) => {
    const name = formText(data, 'name').trim();
    const given = (field: string): string | null => formText(data, field).trim() || null;
    const from =
      way === 'url'
        ? { url: { address: given('address') ?? '', header: given('secret') === null ? null : given('header'), secret: given('secret') } }
        : { webhook: true };
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
          <>
            <Field
              label="Address"
              name="address"
              type="url"
              required
              spellCheck={false}
              placeholder="https://example.com/exports/applications.json"
              hint="Every scan fetches what is there then, page by page."
              problem={beside.address}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label="Secret"
                name="secret"
                type="password"
                hint="Where it asks for one. It is kept sealed and not shown again."
                problem={beside.secret}
              />
              <Field
                label="Sent in the header"
                name="header"
                spellCheck={false}
                placeholder="authorization"
                hint="In authorization it is sent as a bearer token."
                problem={beside.header}
              />
            </div>
          </>
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
