import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ConnectVendorDocument } from '../../gql/graphql.ts';
import type { Vendor } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useFormProblems } from './use-form-problems.ts';
import type { Refusal } from './use-form-problems.ts';
import { VENDOR_KINDS, VENDORS } from './vendors.ts';

const FIELDS = ['address', 'secret', 'name'] as const;
type VendorField = (typeof FIELDS)[number];

function fieldOf({ field }: Refusal): VendorField | null {
  const last = field?.split('.').at(-1);
  return FIELDS.find((name) => name === last) ?? null;
}

/** A vendor's API: whose, where, and the key, which stays in this form until it is sent, nowhere else. */
export function VendorForm() {
  const run = useRun();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const kind = VENDOR_KINDS.find((each) => each.toLowerCase() === search.get('vendor')) ?? 'SALESFORCE';
  const vendor = VENDORS[kind];
  const [busy, setBusy] = useState(false);
  const { form, problem, beside, clear, fail, refuse } = useFormProblems(fieldOf);

  const choose = (next: string) => {
    clear();
    setSearch({ from: 'vendor', vendor: next.toLowerCase() }, { replace: true });
  };
  const connect = async (values: FormData, of: Vendor) => {
    setBusy(true);
    clear();
    const outcome = await run(ConnectVendorDocument, {
      input: {
        vendor: of,
        address: formText(values, 'address').trim(),
        secret: formText(values, 'secret').trim(),
        name: formText(values, 'name').trim() || null,
      },
    });
    setBusy(false);
    if (!outcome.ok) return fail(outcome.problem);
    const result = outcome.data.connectVendor;
    if (result.__typename !== 'InputRefused') return navigate(`/connections/${result.connection.id}?new`);
    return refuse(result.problems);
  };

  return (
    <form
      ref={form}
      className="panel grid gap-5 p-5 sm:p-6"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void connect(new FormData(event.currentTarget), kind);
      }}
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label="System"
          name="vendor"
          value={kind}
          hint={vendor.holds}
          onChange={(event) => choose(event.target.value)}
          options={VENDOR_KINDS.map((each) => ({ value: each, label: VENDORS[each].name }))}
        />
        <Field label="Name of the connection" name="name" placeholder={vendor.name} problem={beside.name} />
      </div>
      <div key={kind} className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Address"
          name="address"
          type="url"
          required
          defaultValue={vendor.fixed ? vendor.address : ''}
          placeholder={vendor.address}
          problem={beside.address}
          spellCheck={false}
        />
        <Field
          label={vendor.secret}
          name="secret"
          type="password"
          autoComplete="new-password"
          required
          hint={vendor.where}
          problem={beside.secret}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="flex max-w-[56ch] items-start gap-2 text-sm text-muted">
          <ShieldCheck aria-hidden size={16} className="mt-px shrink-0 text-high" />
          The key is sealed on the server and never shown again. One that may only read is enough, and best.
        </p>
        <Button type="submit" look="primary" className="min-h-10" busy={busy}>
          {busy ? `Asking ${vendor.name}…` : `Connect ${vendor.name}`}
        </Button>
      </div>
    </form>
  );
}
