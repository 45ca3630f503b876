import { useState } from 'react';
import { CreateApiKeyDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { LIFETIMES } from './key-words.ts';
import { ScopePicker } from './scope-picker.tsx';

interface KeyFormProps {
  /** Service accounts it may be made for, beside oneself. */
  accounts: readonly { id: string; name: string }[];
  /** The one that is chosen first. */
  account: string | null;
  onMade: (made: { name: string; secret: string }) => void;
  onClose: () => void;
}

/** A name, whose it is, what it may, and for how long. */
export function KeyForm({ accounts, account, onMade, onClose }: KeyFormProps) {
  const run = useRun();
  const [limited, setLimited] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'serviceAccountId', 'scopes', 'expiresInDays']);
  const submit = async (data: FormData) => {
    const name = formText(data, 'name');
    const days = formText(data, 'expiresInDays');
    const input = {
      name,
      serviceAccountId: formText(data, 'serviceAccountId') || null,
      scopes: limited ? [...chosen] : null,
      expiresInDays: days === '' ? null : Number(days),
    };
    const made = await send(run(CreateApiKeyDocument, { input }), (given) => given.createApiKey);
    if (made) onMade({ name: made.key.name, secret: made.secret });
  };
  return (
    <Panel title="Make a key">
      <form ref={form} className="grid gap-5" autoComplete="off" onSubmit={submitting(submit)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label="Name" name="name" required autoFocus maxLength={100} placeholder="Nightly export" problem={beside.name} />
          <Choice
            label="It acts as"
            name="serviceAccountId"
            defaultValue={account ?? ''}
            options={[{ value: '', label: 'You' }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
            problem={beside.serviceAccountId}
          />
          <Choice label="It works" name="expiresInDays" defaultValue="90" options={LIFETIMES} problem={beside.expiresInDays} />
        </div>
        <Switch
          label="Limit what it may do"
          hint={
            limited ? 'It does what is chosen here, and never more than its account and you may.' : 'It may do all that its account may.'
          }
          on={limited}
          onChange={setLimited}
          name="limited"
        />
        {limited ? (
          <div className="grid gap-1.5">
            <ScopePicker chosen={chosen} onChange={setChosen} />
            {beside.scopes ? <p className="text-sm text-low">{beside.scopes}</p> : null}
          </div>
        ) : null}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy} disabled={limited && chosen.size === 0}>
            {busy ? 'Making it…' : 'Make the key'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
