import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { UpdateProfileDocument } from '../../gql/graphql.ts';
import type { Persona, ViewerFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ROLES } from '../members/roles.ts';
import { useForm } from '../settings/use-form.ts';

const PERSONAS: readonly { value: Persona | null; label: string; hint: string }[] = [
  { value: null, label: 'Nobody in particular', hint: 'Each question decides for itself.' },
  { value: 'CFO', label: 'Finance', hint: 'Revenue, cost, margin, cash, risk.' },
  { value: 'CRO', label: 'Revenue', hint: 'Accounts, pipeline, opportunities, churn.' },
  { value: 'COO', label: 'Operations', hint: 'Usage, health, service levels, incidents.' },
  { value: 'CTO', label: 'Technology', hint: 'Assets, cloud resources, technical debt, security.' },
];

/** Who one is here: the name others see, and through whose eyes questions are asked. */
export default function ProfilePage() {
  const viewer = useViewer();
  return (
    <Page title="Profile" intro="How you appear to the people of your company, and through whose eyes your questions are asked.">
      {viewer === null ? <Loading label="Loading your profile" /> : <ProfileForm viewer={viewer} />}
    </Page>
  );
}

function ProfileForm({ viewer: { user, tenant, role } }: { viewer: ViewerFieldsFragment }) {
  const run = useRun();
  const [name, setName] = useState(user.displayName);
  const [persona, setPersona] = useState<Persona | null>(user.persona ?? null);
  const { form, busy, problem, beside, send, submitting } = useForm(['displayName']);
  const changed = name.trim() !== user.displayName || persona !== (user.persona ?? null);
  const save = async () => {
    const done = await send(run(UpdateProfileDocument, { displayName: name.trim(), persona }), (given) => given.updateProfile);
    if (done) notify('success', 'Your profile is saved.');
  };
  return (
    <form ref={form} className="grid gap-4" onSubmit={submitting(save)}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Panel title="You">
        <div className="grid max-w-xl gap-4">
          <Field
            label="Your name"
            name="displayName"
            autoComplete="name"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            problem={beside.displayName}
          />
          <dl className="grid gap-3 text-base">
            <div className="flex flex-wrap gap-x-4">
              <dt className="w-24 text-muted">E-mail</dt>
              <dd className="break-all">{user.email}</dd>
            </div>
            <div className="flex flex-wrap gap-x-4">
              <dt className="w-24 text-muted">Company</dt>
              <dd>{tenant.name}</dd>
            </div>
            <div className="flex flex-wrap items-baseline gap-x-4">
              <dt className="w-24 text-muted">Role</dt>
              <dd className="flex flex-wrap items-baseline gap-2">
                <Badge tone="accent">{ROLES[role].label}</Badge>
                <span className="text-sm text-muted">{ROLES[role].hint}</span>
              </dd>
            </div>
          </dl>
        </div>
      </Panel>
      <Panel title="Through whose eyes">
        <p className="mb-4 max-w-[72ch] text-muted">
          For whom a new question is meant, and which questions are suggested first. It is a preference and opens nothing that your role
          does not.
        </p>
        <fieldset className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
          <legend className="sr-only">Persona</legend>
          {PERSONAS.map(({ value, label, hint }) => (
            <RadioCard
              key={label}
              name="persona"
              label={value ? `${label} (${value})` : label}
              hint={hint}
              checked={persona === value}
              onChoose={() => setPersona(value)}
            />
          ))}
        </fieldset>
      </Panel>
      <Button type="submit" look="primary" className="justify-self-start" busy={busy} disabled={!changed}>
        {busy ? 'Saving…' : 'Save'}
      </Button>
    </form>
  );
}
