import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AcceptInvitationDocument, InvitationDocument } from '../../gql/graphql.ts';
import type { InvitationQuery } from '../../gql/graphql.ts';
import { useSession } from '../../graph/session.tsx';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ROLES } from '../members/roles.ts';
import { useForm } from '../settings/use-form.ts';
import { keepDeviceProof } from './device-proof.ts';
import { formText } from './form-text.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import { useLinkCode } from './use-link-code.ts';

type Offer = NonNullable<InvitationQuery['invitation']>;

/** /invitation#<code>: who invites, and the account to be made. */
export default function InvitationPage() {
  const code = useLinkCode();
  const [result, refresh] = useGraph(InvitationDocument, { code }, { pause: code === '' });
  if (code !== '' && result.state === 'loading')
    return (
      <SessionFrame title="An invitation" intro="Looking who invites you…">
        <Loading label="Looking who invites you" lines={3} />
      </SessionFrame>
    );
  if (result.state === 'failed')
    return (
      <SessionFrame title="An invitation" intro="It could not be looked up.">
        <ProblemNote problem={result.problem} onRetry={refresh} />
      </SessionFrame>
    );
  const offer = result.state === 'ready' ? result.data.invitation : null;
  if (!offer)
    return (
      <SessionFrame title="An invitation" intro="This invitation works no longer.">
        <p data-invitation="gone">It was accepted or taken back, or it has expired. Ask whoever invited you for another one.</p>
        <ButtonLink to="/login">To the log-in</ButtonLink>
      </SessionFrame>
    );
  return <Accept code={code} offer={offer} />;
}

function Accept({ code, offer }: { code: string; offer: Offer }) {
  const run = useRun();
  const navigate = useNavigate();
  const { session, open } = useSession();
  const [name, setName] = useState('');
  const { form, busy, problem, beside, send, submitting } = useForm(['displayName', 'password']);
  const submit = async (data: FormData) => {
    const asked = run(AcceptInvitationDocument, { code, displayName: name.trim(), password: formText(data, 'password') });
    const opened = await send(asked, (given) => given.acceptInvitation);
    if (!opened) return;
    keepDeviceProof(offer.email, opened.deviceProof);
    open(opened);
    await navigate('/', { replace: true });
  };
  return (
    <SessionFrame
      title={`Join ${offer.tenantName}`}
      intro={`You will be ${ROLES[offer.role].label.toLowerCase()}: ${ROLES[offer.role].hint}`}
    >
      {session ? <p className="text-muted">Somebody is logged in in this browser. Accepting logs them out here.</p> : null}
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          value={offer.email}
          readOnly
          hint="The invitation is for this address."
        />
        <Field
          label="Your name"
          name="displayName"
          autoComplete="name"
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={beside.displayName}
        />
        <NewPasswordField
          label="Password"
          name="password"
          about={[...name.split(/\s+/), ...offer.email.split(/[@.]/)]}
          problem={beside.password}
        />
        <Button type="submit" look="primary" busy={busy} className="mt-1 min-h-10">
          {busy ? 'Joining…' : 'Join'}
        </Button>
      </form>
    </SessionFrame>
  );
}
