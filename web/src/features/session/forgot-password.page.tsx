import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { RequestPasswordResetDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { formText } from './form-text.ts';
import { LINK } from './link-look.ts';
import { SessionFrame } from './session-frame.tsx';
import { useWait } from './use-wait.ts';
import { WaitNote } from './wait-note.tsx';

/** Asks for the mail that leads to a new password. What it says is the same for every address. */
export default function ForgotPasswordPage() {
  const run = useRun();
  const [search] = useSearchParams();
  const [sent, setSent] = useState<{ email: string; minutes: number } | null>(null);
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(['email'], take);
  const submit = async (data: FormData) => {
    const email = formText(data, 'email').trim();
    const done = await send(run(RequestPasswordResetDocument, { email }), (given) => given.requestPasswordReset);
    if (done) setSent({ email, minutes: done.minutes });
  };
  if (sent !== null)
    return (
      <SessionFrame
        title="Look into your mail"
        intro="If there is an account with this address, a link to a new password is on its way to it."
      >
        <p role="status" className="flex gap-3" data-sent>
          <MailCheck aria-hidden size={20} className="shrink-0 text-high" />
          <span>
            Sent to <strong className="font-semibold">{sent.email}</strong>. The link works once, for {sent.minutes} minutes; look among the
            unwanted mails too.
          </span>
        </p>
        <ButtonLink to="/login">Back to the log-in</ButtonLink>
      </SessionFrame>
    );
  return (
    <SessionFrame title="A new password" intro="Enter your address. A mail with a link to a new password comes to it.">
      {left > 0 ? <WaitNote left={left} /> : null}
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          defaultValue={search.get('email') ?? ''}
          problem={beside.email}
        />
        <Button type="submit" look="primary" busy={busy} disabled={left > 0} className="min-h-10">
          {busy ? 'Sending…' : 'Send the mail'}
        </Button>
      </form>
      <p className="text-muted">
        <Link to="/login" className={LINK}>
          Back to the log-in
        </Link>
      </p>
    </SessionFrame>
  );
}
