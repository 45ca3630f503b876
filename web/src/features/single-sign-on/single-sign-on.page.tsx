import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { RemoveSingleSignOnDocument, SingleSignOnDocument } from '../../gql/graphql.ts';
import type { SingleSignOnFieldsFragment } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { ROLES } from '../members/roles.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { ProviderForm } from './provider-form.tsx';

/** Through which identity provider the people of the company log in. */
export default function SingleSignOnPage() {
  const run = useRun();
  const [result, refresh] = useGraph(SingleSignOnDocument, {});
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const current = result.state === 'ready' ? result.data.singleSignOn : null;
  const done = () => {
    setEditing(false);
    refresh();
  };
  const remove = async () => {
    const outcome = await run(RemoveSingleSignOnDocument, {});
    if (!outcome.ok) return outcome.problem;
    notify('success', 'Single sign-on is taken away.', 'Whoever has no password asks for one on the log-in page.');
    refresh();
    return null;
  };
  return (
    <Page title="Single sign-on" intro="Your people log in with the account they have at your company, by OpenID Connect.">
      {result.state === 'loading' ? <Loading label="Loading the provider" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && editing ? <ProviderForm current={current} onDone={done} onCancel={() => setEditing(false)} /> : null}
      {current && !editing ? <Provider current={current} onEdit={() => setEditing(true)} onRemove={() => setRemoving(true)} /> : null}
      {result.state === 'ready' && !current && !editing ? (
        <Empty
          icon={LogIn}
          title="No identity provider is set up"
          actions={
            <Button look="primary" onClick={() => setEditing(true)} data-set-up>
              Set one up
            </Button>
          }
        >
          Register AutonomOS as a web application at your provider (Entra ID, Okta, Google, Keycloak …), then enter here what it gives you.
        </Empty>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title="Take single sign-on away?"
          keep="Keep it"
          action="Take it away"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>
            Nobody logs in through {current?.issuer} any more. Sessions that are open go on; whoever has no password asks for one by mail.
          </p>
        </ConfirmDialog>
      ) : null}
    </Page>
  );
}

function Provider({ current, onEdit, onRemove }: { current: SingleSignOnFieldsFragment; onEdit: () => void; onRemove: () => void }) {
  const facts = [
    ['Issuer', current.issuer],
    ['Client id', current.clientId],
    ['Domains', current.domains.join(', ')],
    ['Newcomers', current.justInTime ? `become ${ROLES[current.defaultRole].label.toLowerCase()} by logging in` : 'are invited first'],
    ['Changed', formatMoment(current.updatedAt)],
  ] as const;
  return (
    <Panel title="The provider" aside={<Badge tone="good">in force</Badge>}>
      <div className="grid gap-5" data-provider={current.issuer}>
        <dl className="grid gap-2">
          {facts.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-4">
              <dt className="w-28 text-muted">{name}</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">Where your people log in</p>
          <CodeBlock label="Where your people log in" code={current.signInUrl} />
        </div>
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">Redirect address, as it is registered at the provider</p>
          <CodeBlock label="Redirect address" code={current.redirectUrl} />
        </div>
        <div className="flex gap-2">
          <Button onClick={onEdit}>Change</Button>
          <Button look="danger" onClick={onRemove}>
            Take away
          </Button>
        </div>
      </div>
    </Panel>
  );
}
