import { Bot } from 'lucide-react';
import { useState } from 'react';
import { ChangeServiceAccountDocument, CreateServiceAccountDocument, RemoveServiceAccountDocument } from '../../gql/graphql.ts';
import type { Role, ServiceAccountsQuery } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { ROLES } from '../members/roles.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { formText } from '../session/form-text.ts';
import { Listed } from '../settings/listed.tsx';
import { useForm } from '../settings/use-form.ts';

type Account = ServiceAccountsQuery['serviceAccounts']['nodes'][number];

interface ServiceAccountsProps {
  result: GraphState<ServiceAccountsQuery>;
  refresh: () => void;
  /** Roles that whoever looks may give. */
  roles: readonly Role[];
  /** Null: they may not change anything. */
  onKey: ((accountId: string) => void) | null;
  onMore: () => void;
}

/** The accounts of programs: no password, no mail, only keys. */
export function ServiceAccounts({ result, refresh, roles, onKey, onMore }: ServiceAccountsProps) {
  const [making, setMaking] = useState(false);
  return (
    <Panel
      title="Service accounts"
      aside={
        onKey && !making ? (
          <Button onClick={() => setMaking(true)} data-make-account>
            New service account
          </Button>
        ) : null
      }
    >
      {making ? <NewAccount roles={roles} onDone={refresh} onClose={() => setMaking(false)} /> : null}
      <Listed
        what="the service accounts"
        result={result}
        refresh={refresh}
        pick={({ serviceAccounts }) => serviceAccounts}
        onMore={onMore}
        empty={
          <Empty icon={Bot} title="No program has an account yet" className="py-8">
            A key of your own stops working when you leave. Programs of the company are better off with an account of theirs.
          </Empty>
        }
      >
        {(accounts) => (
          <ul className="divide-y divide-line" aria-label="Service accounts">
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} roles={roles} onKey={onKey} onChange={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}

function NewAccount({ roles, onDone, onClose }: { roles: readonly Role[]; onDone: () => void; onClose: () => void }) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'role']);
  const submit = async (data: FormData) => {
    const role = roles.find((each) => each === formText(data, 'role')) ?? 'AGENT';
    const input = { name: formText(data, 'name'), role };
    const saved = await send(run(CreateServiceAccountDocument, { input }), (given) => given.createServiceAccount);
    if (!saved) return;
    notify('success', `${saved.account.name} has an account now.`, 'Make a key for it next.');
    onDone();
    onClose();
  };
  return (
    <form ref={form} className="mb-5 grid gap-4 border-b border-line pb-5" autoComplete="off" onSubmit={submitting(submit)}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="grid gap-4 sm:grid-cols-[1fr_220px]">
        <Field label="Name" name="name" required autoFocus maxLength={100} placeholder="Warehouse loader" problem={beside.name} />
        <Choice
          label="Role"
          name="role"
          defaultValue="AGENT"
          options={roles.map((value) => ({ value, label: ROLES[value].label }))}
          problem={beside.role}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={busy}>
          Make the account
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

interface AccountRowProps {
  account: Account;
  roles: readonly Role[];
  onKey: ((accountId: string) => void) | null;
  onChange: () => void;
}

function AccountRow({ account: { id, name, role, createdAt, createdBy }, roles, onKey, onChange }: AccountRowProps) {
  const run = useRun();
  const [removing, setRemoving] = useState(false);
  const setRole = async (next: Role) => {
    const outcome = await run(ChangeServiceAccountDocument, { input: { id, role: next } });
    onChange();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const saved = outcome.data.changeServiceAccount;
    if (saved.__typename !== 'InputRefused') return notify('success', `${name} is ${ROLES[next].label.toLowerCase()} now.`);
    const { message, todo } = problemOfRefusal(saved.problems);
    return notify('error', message, todo);
  };
  const remove = async () => {
    const outcome = await run(RemoveServiceAccountDocument, { id });
    if (!outcome.ok) return outcome.problem;
    onChange();
    notify('success', `${name} has no account any more; its keys work no longer.`);
    return null;
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-account={name}>
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-muted">
          since {formatDay(createdAt)}
          {createdBy ? ` · made by ${createdBy.displayName}` : ''}
        </p>
      </div>
      {onKey ? (
        <>
          <select
            aria-label={`Role of ${name}`}
            className="min-h-9 rounded-md border border-control bg-surface px-2 text-base"
            value={role}
            onChange={({ target }) => {
              const next = roles.find((each) => each === target.value);
              if (next) void setRole(next);
            }}
          >
            {(roles.includes(role) ? roles : [role, ...roles]).map((each) => (
              <option key={each} value={each}>
                {ROLES[each].label}
              </option>
            ))}
          </select>
          <Button onClick={() => onKey(id)} aria-label={`Make a key for ${name}`}>
            Make a key
          </Button>
          <Button look="quiet" onClick={() => setRemoving(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title={`Remove ${name}?`}
          keep="Keep"
          action="Remove"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>Its keys work no longer, at once. What it made stays.</p>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
