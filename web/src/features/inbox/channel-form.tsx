import { useState } from 'react';
import { CreateNotificationChannelDocument } from '../../gql/graphql.ts';
import type { NotificationChannelKind } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { SEVERITY_CHOICES } from './words.ts';

const KINDS: readonly { value: NotificationChannelKind; label: string }[] = [
  { value: 'SLACK', label: 'Slack' },
  { value: 'WEBHOOK', label: 'Webhook' },
];

interface ChannelFormProps {
  onMade: (made: { name: string; secret: string | null }) => void;
  onClose: () => void;
}

/** Where something is to be sent, and how much has to matter for that. */
export function ChannelForm({ onMade, onClose }: ChannelFormProps) {
  const run = useRun();
  const [kind, setKind] = useState<NotificationChannelKind>('SLACK');
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'url', 'minimumSeverity']);
  const submit = async (data: FormData) => {
    const minimumSeverity = SEVERITY_CHOICES.find(({ value }) => value === formText(data, 'minimumSeverity'))?.value ?? 'INFO';
    const input = { kind, name: formText(data, 'name'), url: formText(data, 'url').trim(), minimumSeverity };
    const made = await send(run(CreateNotificationChannelDocument, { input }), (given) => given.createNotificationChannel);
    if (made) onMade({ name: made.channel.name, secret: made.secret ?? null });
  };
  return (
    <Panel title="Add a channel">
      <form ref={form} className="grid gap-4" autoComplete="off" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div>
          <Segments label="What kind of channel" value={kind} options={KINDS} onChange={setKind} />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" name="name" required autoFocus maxLength={100} placeholder="#data-alerts" problem={beside.name} />
          <Choice label="Send" name="minimumSeverity" options={SEVERITY_CHOICES} problem={beside.minimumSeverity} />
        </div>
        <Field
          label="Address"
          name="url"
          type="url"
          required
          spellCheck={false}
          placeholder={kind === 'SLACK' ? 'https://hooks.slack.com/services/…' : 'https://example.com/hooks/autonomos'}
          hint={
            kind === 'SLACK'
              ? 'Slack shows it under “Incoming webhooks” of an app. It is kept sealed and not shown again.'
              : 'Each message is JSON by POST, signed with a secret that you get next.'
          }
          problem={beside.url}
        />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Adding it…' : 'Add the channel'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
