import { useState } from 'react';
import { ChangeMemberRoleDocument, RemoveMemberDocument } from '../../gql/graphql.ts';
import type { MembersQuery, Role, ViewerFieldsFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { PEOPLE, ROLES, rolesBelow } from './roles.ts';

interface MemberRowProps {
  member: MembersQuery['tenant']['members']['nodes'][number];
  viewer: ViewerFieldsFragment | null;
  may: boolean;
  /** There is always one owner: this one can neither be changed nor removed. */
  onlyOwner: boolean;
  onChange: () => void;
}

const CONTROL = 'min-h-9 rounded-md border border-control bg-surface px-2 text-base disabled:opacity-60';

/** One member: role and removal, for whoever may. */
export function MemberRow({ member, viewer, may, onlyOwner, onChange }: MemberRowProps) {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const roles = viewer ? rolesBelow(viewer.role) : [];
  const inReach = roles.includes(member.role);
  const self = member.id === viewer?.user.id;

  const setRole = async (role: Role, undoing = false) => {
    const before = member.role;
    setBusy(true);
    const outcome = await run(ChangeMemberRoleDocument, { userId: member.id, role });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const given = outcome.data.changeMemberRole;
    if (given.__typename === 'InputRefused') {
      const { message, todo } = problemOfRefusal(given.problems);
      return notify('error', message, todo);
    }
    onChange();
    // Whoever gives a role of their own away cannot take it back.
    const undo = undoing || self ? undefined : { label: 'Undo', run: () => void setRole(before, true) };
    return notify('success', `${member.displayName} is ${ROLES[given.role].label.toLowerCase()} now.`, 'It holds at once.', undo);
  };
  const remove = async () => {
    const outcome = await run(RemoveMemberDocument, { userId: member.id });
    if (!outcome.ok) return outcome.problem;
    const given = outcome.data.removeMember;
    if (given.__typename === 'InputRefused') return problemOfRefusal(given.problems);
    onChange();
    notify('success', `${member.displayName} belongs to the company no longer.`);
    return null;
  };
  return (
    <li
      className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
      data-member={member.email}
      data-role={member.role}
    >
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent">
        {member.displayName.slice(0, 1).toUpperCase()}
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">
          {member.displayName} {self ? <Badge tone="good">you</Badge> : null}
        </p>
        <p className="truncate text-sm text-muted">
          {member.email} · since {formatDay(member.createdAt)}
        </p>
        {may && onlyOwner ? (
          <p className="text-sm text-muted">The only owner: make somebody else an owner first to change or remove this one.</p>
        ) : null}
      </div>
      {may && inReach ? (
        <>
          <select
            aria-label={`Role of ${member.displayName}`}
            value={member.role}
            disabled={busy || onlyOwner}
            onChange={({ target: { value } }) => {
              const role = PEOPLE.find((each) => each === value);
              if (role) void setRole(role);
            }}
            className={CONTROL}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {ROLES[role].label}
              </option>
            ))}
          </select>
          <Button look="quiet" disabled={onlyOwner} onClick={() => setRemoving(true)} aria-label={`Remove ${member.displayName}`}>
            Remove
          </Button>
        </>
      ) : (
        <Badge tone="accent">{ROLES[member.role].label}</Badge>
      )}
      {removing ? (
        <ConfirmDialog
          title={self ? 'Leave the company?' : `Remove ${member.displayName}?`}
          keep="Keep"
          action={self ? 'Leave' : 'Remove'}
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>
            {self ? 'You are' : `${member.displayName} is`} logged out at once, everywhere. What {self ? 'you' : 'they'} made stays:
            dashboards, connections, decisions. {self ? 'Somebody' : 'You'} can invite {self ? 'you' : 'them'} again.
          </p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
