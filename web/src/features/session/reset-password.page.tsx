import { useState } from 'react';
import { ResetPasswordDocument } from '../../gql/graphql.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { formText } from './form-text.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { SessionFrame } from './session-frame.tsx';
import { useLinkCode } from './use-link-code.ts';

/** /reset-password#<code>: the link of the mail. */
export default function ResetPasswordPage() {
  const code = useLinkCode();
  const run = useRun();
  const { close } = useSession();
  const [done, setDone] = useState(false);
  const { form, busy, problem, beside, send, submitting } = useForm(['newPassword']);
  const submit = async (data: FormData) => {
    const reset = await send(
      run(ResetPasswordDocument, { code, newPassword: formText(data, 'newPassword') }),
      (given) => given.resetPassword,
    );
    if (!reset) return;
    close();
    setDone(true);
  };
  if (done)
    return (
      <SessionFrame title="Your password is new" intro="Every session of yours has ended, here and elsewhere.">
        <ButtonLink look="primary" to="/login" data-done>
          Log in with it
        </ButtonLink>
      </SessionFrame>
    );
  if (code === '')
    return (
      <SessionFrame title="A new password" intro="This link carries no code.">
        <p>Open the whole link of the mail, or ask for another one.</p>
        <ButtonLink look="primary" to="/forgot-password">
          Ask for a new mail
        </ButtonLink>
      </SessionFrame>
    );
  return (
    <SessionFrame title="A new password" intro="It ends every session of yours, so that whoever knows the old one is out.">
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <NewPasswordField label="New password" name="newPassword" problem={beside.newPassword} />
        <Button type="submit" look="primary" busy={busy} className="min-h-10">
          {busy ? 'Saving…' : 'Save the password'}
        </Button>
      </form>
      {problem ? (
        <ButtonLink look="quiet" to="/forgot-password">
          Ask for a new mail
        </ButtonLink>
      ) : null}
    </SessionFrame>
  );
}
