import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ChangeConnectionPasswordDocument } from '../../gql/graphql.ts';
import type { ConnectionKind } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';

interface ChangePasswordProps {
  connection: { id: string; name: string; kind: ConnectionKind };
}

/** Another password, key or token for a source; it is tried there before it is kept. Files have none. */
export function ChangePassword({ connection: { id, name, kind } }: ChangePasswordProps) {
  const run = useRun();
  const [open, setOpen] = useState(false);
  const { form, busy, problem, beside, send, submitting } = useForm(['password']);
  if (kind === 'FILES') return null;
  const what = kind === 'POSTGRES' ? 'password' : 'key';
  const submit = async (data: FormData) => {
    const variables = { id, password: formText(data, 'password') };
    const changed = await send(run(ChangeConnectionPasswordDocument, variables), (given) => given.changeConnectionPassword);
    if (!changed) return;
    setOpen(false);
    notify('success', `${name} is opened with the new ${what} from now on.`);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} data-change-password>
        <KeyRound aria-hidden size={15} /> Change the {what}
      </Button>
      {open ? (
        <Sheet title={`Another ${what} for ${name}`} onClose={() => setOpen(false)}>
          <form ref={form} className="grid gap-4" autoComplete="off" onSubmit={submitting(submit)}>
            {problem ? <ProblemNote problem={problem} /> : null}
            <PasswordField
              label={`The new ${what}`}
              name="password"
              required
              autoFocus
              autoComplete="off"
              hint="It is tried at the source first. It is kept sealed and never shown."
              problem={beside.password}
            />
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button type="submit" look="primary" busy={busy}>
                {busy ? 'Trying it…' : 'Change it'}
              </Button>
            </div>
          </form>
        </Sheet>
      ) : null}
    </>
  );
}
