import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CreatePlaneDocument, UpdatePlaneDocument } from '../../gql/graphql.ts';
import type { PlaneFieldsFragment, PlanesQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { DescriptorFields } from '../connectors/descriptor-fields.tsx';
import { useForm } from '../settings/use-form.ts';

interface PlaneFormProps {
  description: PlanesQuery['fabricPlaneCatalogue'][number];
  /** The plane to change; null for a new one. */
  plane: PlaneFieldsFragment | null;
}

/** The form of a plane, made from what its kind says. Its secret is typed and sent, never shown. */
export function PlaneForm({ description, plane }: PlaneFormProps) {
  const run = useRun();
  const navigate = useNavigate();
  const names = ['name', ...description.form.map((each) => each.name)];
  const { form, busy, problem, beside, send, submitting } = useForm<string>(names);
  const [name, setName] = useState(plane?.name ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    plane ? { address: plane.address, ...Object.fromEntries(plane.settings.map((each) => [each.name, each.value])) } : {},
  );
  const save = async () => {
    const settings = description.form
      .filter((each) => each.name !== 'address' && each.name !== 'secret')
      .map((each) => ({ name: each.name, value: values[each.name] ?? '' }))
      .filter((each) => plane !== null || each.value !== '');
    const input = { name: name.trim() || null, address: values['address']?.trim() || null, secret: values['secret'] || null, settings };
    const saved = plane
      ? await send(run(UpdatePlaneDocument, { input: { id: plane.id, ...input } }), (data) => data.updateFabricPlane)
      : await send(run(CreatePlaneDocument, { input: { kind: description.kind, ...input } }), (data) => data.createFabricPlane);
    if (!saved) return undefined;
    setValues((now) => ({ ...now, secret: '' }));
    notify('success', plane ? 'Saved' : `${saved.plane.name} is there`);
    return plane ? undefined : navigate(`/connections/planes/${saved.plane.id}`);
  };
  return (
    <form ref={form} className="panel grid gap-5 p-5" autoComplete="off" noValidate onSubmit={submitting(save)}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Field
        label="Name"
        name="name"
        className="max-w-md"
        placeholder={description.label}
        value={name}
        problem={beside['name']}
        onChange={(event) => setName(event.target.value)}
      />
      <DescriptorFields
        fields={description.form.map((each) => ({
          ...each,
          where: null,
          choices: each.choices.map((value) => ({ value, label: value.toLowerCase().replaceAll('_', ' ') })),
        }))}
        values={values}
        beside={beside}
        keepsSecrets={plane !== null}
        onChange={(field, value) => setValues((now) => ({ ...now, [field]: value }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="flex max-w-[56ch] items-start gap-2 text-sm text-muted">
          <ShieldCheck aria-hidden size={16} className="mt-px shrink-0 text-high" />
          Secrets are sealed on the server and never shown again.
        </p>
        <Button type="submit" look="primary" busy={busy}>
          {plane ? 'Save' : 'Add the plane'}
        </Button>
      </div>
    </form>
  );
}
