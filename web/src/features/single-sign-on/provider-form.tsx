import { useState } from 'react';
import { ConfigureSingleSignOnDocument } from '../../gql/graphql.ts';
import type { Role, SingleSignOnFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ROLES } from '../members/roles.ts';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';

const FIELDS = ['issuer', 'clientId', 'clientSecret', 'domains', 'defaultRole'] as const;
/** What newcomers may be; higher roles are given one by one. */
const NEWCOMERS: readonly Role[] = ['VIEWER', 'ANALYST', 'OPERATOR'];

interface ProviderFormProps {
  current: SingleSignOnFieldsFragment | null;
  onDone: () => void;
  onCancel: () => void;
}

/** The identity provider and who of its people may come in; it is asked before it is saved. */
export function ProviderForm({ current, onDone, onCancel }: ProviderFormProps) {
  const run = useRun();
  const [justInTime, setJustInTime] = useState(current?.justInTime ?? true);
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS);
  const submit = async (data: FormData) => {
    const text = (name: (typeof FIELDS)[number]) => formText(data, name).trim();
    const input = {
      issuer: text('issuer'),
      clientId: text('clientId'),
      clientSecret: text('clientSecret') || null,
      domains: text('domains')
        .split(/[\s,;]+/)
        .filter(Boolean),
      defaultRole: NEWCOMERS.find((each) => each === text('defaultRole')) ?? 'VIEWER',
      justInTime,
    };
    const saved = await send(run(ConfigureSingleSignOnDocument, { input }), (given) => given.configureSingleSignOn);
    if (!saved) return;
    notify('success', 'Single sign-on is in force.', `The provider ${saved.issuer} has answered.`);
    onDone();
  };
  return (
    <Panel title={current ? 'Change the provider' : 'The provider'}>
      <form ref={form} className="grid max-w-2xl gap-4" autoComplete="off" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <p className="text-muted">
          The redirect address to register at the provider is{' '}
          <code className="font-mono text-sm break-all text-ink">
            {current?.redirectUrl ?? `${window.location.origin}/auth/oidc/callback`}
          </code>
          .
        </p>
        <Field
          label="Issuer"
          name="issuer"
          type="url"
          required
          autoFocus
          defaultValue={current?.issuer}
          placeholder="https://login.example.com/tenant"
          hint="As the provider names itself; its /.well-known/openid-configuration has to be reachable from the server."
          spellCheck={false}
          problem={beside.issuer}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Client id" name="clientId" required defaultValue={current?.clientId} spellCheck={false} problem={beside.clientId} />
          <PasswordField
            label="Client secret"
            name="clientSecret"
            autoComplete="off"
            required={current === null}
            hint={current ? 'Leave it empty to keep the one there is.' : 'Sealed on the server and never shown again.'}
            problem={beside.clientSecret}
          />
        </div>
        <Field
          label="E-mail domains"
          name="domains"
          required
          defaultValue={current?.domains.join(', ')}
          placeholder="example.com, example.org"
          hint="Only addresses of these domains come in, and only verified ones."
          spellCheck={false}
          problem={beside.domains}
        />
        <Switch
          label="Newcomers become members by logging in"
          hint="Otherwise they are invited first."
          on={justInTime}
          onChange={setJustInTime}
          name="just-in-time"
        />
        <Choice
          label="What newcomers are"
          name="defaultRole"
          defaultValue={current?.defaultRole ?? 'VIEWER'}
          options={NEWCOMERS.map((value) => ({ value, label: `${ROLES[value].label}: ${ROLES[value].hint}` }))}
          problem={beside.defaultRole}
        />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Asking the provider…' : 'Save'}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
