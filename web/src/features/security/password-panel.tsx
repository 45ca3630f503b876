import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { ChangePasswordDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { NewPasswordField } from '../session/new-password-field.tsx';
import { useWait } from '../session/use-wait.ts';
import { WaitNote } from '../session/wait-note.tsx';
import { useForm } from '../settings/use-form.ts';

/** The password, changed by whoever knows the old one. */
export function PasswordPanel({ hasPassword }: { hasPassword: boolean }) {
  const run = useRun();
  const viewer = useViewer();
  const [changes, setChanges] = useState(0);
  const { left, take } = useWait();
  const { form, busy, problem, beside, send, submitting } = useForm(['oldPassword', 'newPassword'], take);
  const submit = async (data: FormData) => {
    const [oldPassword, newPassword] = [formText(data, 'oldPassword'), formText(data, 'newPassword')];
    const done = await send(run(ChangePasswordDocument, { oldPassword, newPassword }), (given) => given.changePassword);
    if (!done) return;
    setChanges((count) => count + 1);
    notify('success', 'Your password is new.', 'Your other sessions have ended.');
  };
  if (!hasPassword)
    return (
      <Panel title="Password">
        <p className="max-w-[72ch] text-muted">
          You have none: you log in another way, such as your company’s single sign-on or the link of your own machine. “Forgotten your
          password?” on the log-in page makes one.
        </p>
      </Panel>
    );
  return (
    <Panel title="Password">
      <form key={changes} ref={form} className="grid max-w-md gap-4" onSubmit={submitting(submit)}>
        {left > 0 ? <WaitNote left={left} /> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        <input type="text" name="username" autoComplete="username" value={viewer?.user.email ?? ''} readOnly hidden />
        <PasswordField
          label="Password until now"
          name="oldPassword"
          autoComplete="current-password"
          required
          problem={beside.oldPassword}
        />
        <NewPasswordField
          label="New password"
          name="newPassword"
          about={viewer ? [...viewer.user.displayName.split(/\s+/), ...viewer.user.email.split(/[@.]/)] : []}
          problem={beside.newPassword}
        />
        <Button type="submit" look="primary" className="justify-self-start" busy={busy} disabled={left > 0}>
          {busy ? 'Saving…' : 'Change the password'}
        </Button>
      </form>
    </Panel>
  );
}
