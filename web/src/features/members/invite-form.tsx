import { useState } from 'react';
import { InviteMemberDocument } from '../../gql/graphql.ts';
import type { Role } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { ROLES, rolesBelow } from './roles.ts';

interface InviteFormProps {
  /** The role of whoever invites: nobody gives a higher one. */
  own: Role;
  onInvited: () => void;
  onClose: () => void;
}

/** An address and a role; the invitation goes by mail. */
export function InviteForm({ own, onInvited, onClose }: InviteFormProps) {
  const run = useRun();
  const roles = rolesBelow(own);
  const [role, setRole] = useState<Role>('ANALYST');
  const [sent, setSent] = useState(0);
  const { form, busy, problem, beside, send, submitting } = useForm(['email', 'role']);
  const submit = async (data: FormData) => {
    const email = formText(data, 'email').trim();
    const invitation = await send(run(InviteMemberDocument, { email, role }), (given) => given.inviteMember);
    if (!invitation) return;
    notify('success', `${invitation.email} is invited.`, 'The mail with the link is on its way; it works for seven days.');
    setSent((count) => count + 1);
    onInvited();
  };
  return (
    <Panel title="Invite somebody">
      <form ref={form} key={sent} className="grid gap-4" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-[1fr_220px]">
          <Field label="E-mail" name="email" type="email" autoComplete="off" required autoFocus problem={beside.email} />
          <Choice
            label="Role"
            name="role"
            value={role}
            onChange={({ target: { value } }) => setRole(roles.find((each) => each === value) ?? role)}
            options={roles.map((value) => ({ value, label: ROLES[value].label }))}
            problem={beside.role}
          />
        </div>
        <p className="text-sm text-muted">
          {ROLES[role].label}: {ROLES[role].hint}
        </p>
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Inviting…' : 'Send the invitation'}
          </Button>
          <Button onClick={onClose}>Done</Button>
        </div>
      </form>
    </Panel>
  );
}
