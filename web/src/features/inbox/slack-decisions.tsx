import { ChangeNotificationChannelDocument } from '../../gql/graphql.ts';
import type { NotificationChannelFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';

interface SlackDecisionsProps {
  channel: NotificationChannelFieldsFragment;
  onClose: () => void;
  onChange: () => void;
}

/** What Slack needs so that approvals can be decided in its messages: where its buttons lead, and the secrets by which we know each other. */
export function SlackDecisions({ channel: { id, name, actionsUrl, takesDecisions }, onClose, onChange }: SlackDecisionsProps) {
  const run = useRun();
  const form = useDraftForm(['signingSecret', 'botToken'], () => ({ signingSecret: '', botToken: '', forget: false }));
  const { draft, set, field, send } = form;
  const save = async () => {
    const { signingSecret, botToken, forget } = draft;
    // Left out, a secret stays; an empty one is forgotten.
    const given = { ...(signingSecret === '' ? {} : { signingSecret }), ...(botToken === '' ? {} : { botToken }) };
    const input = { id, ...(forget ? { signingSecret: '', botToken: '' } : given) };
    const saved = await send(run(ChangeNotificationChannelDocument, { input }), (data) => data.changeNotificationChannel);
    if (!saved) return;
    onChange();
    notify('success', saved.channel.takesDecisions ? `Approvals can be decided in ${name}` : `Approvals are not decided in ${name}`);
    onClose();
  };
  return (
    <FormSheet title={`Decide in ${name}`} action="Save" name="slack" of={form} onSubmit={save} onClose={onClose}>
      <p className="text-muted">
        {takesDecisions
          ? 'Approvals that are sent there carry buttons. Whoever presses one decides as the member with the same e-mail address.'
          : 'With these, approvals that are sent there carry buttons. Slack shows both secrets in the settings of your app.'}
      </p>
      {actionsUrl === null ? null : (
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">Request URL, for “Interactivity” of your Slack app</span>
          <CodeBlock code={actionsUrl} label="Request URL" />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Signing secret"
          type="password"
          autoComplete="off"
          hint="Under “Basic information”. Left empty: it stays as it is."
          disabled={draft.forget}
          {...field('signingSecret')}
        />
        <Field
          label="Bot token"
          type="password"
          autoComplete="off"
          hint="Under “OAuth & permissions”: xoxb-… Left empty: it stays as it is."
          disabled={draft.forget}
          {...field('botToken')}
        />
      </div>
      {takesDecisions ? (
        <Checkbox label="Forget both" checked={draft.forget} onChange={(event) => set({ forget: event.target.checked })} />
      ) : null}
    </FormSheet>
  );
}
