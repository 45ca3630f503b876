import { useState } from 'react';
import { SaveColumnMaskDocument } from '../../gql/graphql.ts';
import type { ColumnMaskFieldsFragment, ColumnMaskInput, MaskMode, SensitiveKind } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { AudienceFields, audienceOf, type AudienceDraft } from './audience-fields.tsx';
import { DraftPreview } from './draft-preview.tsx';
import type { Model } from './path-fields.tsx';
import { TypeChoice } from './type-choice.tsx';
import { KINDS, MODES } from './words.ts';

const KIND_NAMES: readonly SensitiveKind[] = ['EMAIL', 'PHONE', 'SALARY', 'PERSON'];
const MODE_NAMES: readonly MaskMode[] = ['HIDE', 'PSEUDONYM', 'PARTIAL'];

interface MaskEditorProps {
  model: Model;
  /** The mask to change; null for a new one. */
  mask: ColumnMaskFieldsFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

/** A mask being written, with what it comes to for a member beside it. */
export function MaskEditor({ model, mask, onSaved, onClose }: MaskEditorProps) {
  const run = useRun();
  const [name, setName] = useState(mask?.name ?? '');
  const [entityType, setEntityType] = useState(mask?.entityType ?? '');
  /** The attribute, or `*` and a kind. */
  const [what, setWhat] = useState(mask ? (mask.attribute ?? `*${mask.sensitive ?? ''}`) : '*EMAIL');
  const [mode, setMode] = useState<MaskMode>(mask?.mode ?? 'HIDE');
  const [audience, setAudience] = useState<AudienceDraft>({
    roles: mask?.audience.roles ?? ['VIEWER'],
    groups: mask?.audience.groups.join(', ') ?? '',
    everybodyBut: mask?.audience.everybodyBut ?? false,
  });
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'entityType', 'attribute', 'audience']);
  const attributes = model.find((type) => type.name === entityType)?.attributes ?? [];
  const kind = KIND_NAMES.find((each) => `*${each}` === what);
  const input: ColumnMaskInput = {
    ...(mask ? { id: mask.id } : {}),
    name,
    ...(entityType === '' ? {} : { entityType }),
    ...(kind ? { sensitive: kind } : { attribute: what }),
    mode,
    audience: audienceOf(audience),
  };
  const submit = async () => {
    const saved = await send(run(SaveColumnMaskDocument, { input }), (given) => given.saveColumnMask);
    if (!saved) return;
    notify('success', `“${saved.name}” holds from now on.`, 'Records, answers, dashboards and exports honour it everywhere.');
    onSaved();
  };
  const unknown = kind || attributes.some((each) => each.name === what) ? [] : [{ value: what, label: `${what} (not there)` }];
  return (
    <Panel title={mask ? `Change “${mask.name}”` : 'New mask'}>
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)} data-editor="mask">
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label="Name"
            name="name"
            value={name}
            onChange={({ target }) => setName(target.value)}
            required
            autoFocus
            problem={beside.name}
          />
          <TypeChoice
            model={model}
            value={entityType}
            none="All of them"
            onChange={(chosen) => {
              setEntityType(chosen);
              if (!kind) setWhat('*EMAIL');
            }}
            problem={beside.entityType}
          />
          <Choice
            label="What is masked"
            name="attribute"
            value={what}
            onChange={({ target }) => setWhat(target.value)}
            problem={beside.attribute}
            options={[
              ...KIND_NAMES.map((each) => ({ value: `*${each}`, label: KINDS[each] })),
              ...attributes.toSorted((a, b) => a.label.localeCompare(b.label)).map((each) => ({ value: each.name, label: each.label })),
              ...unknown,
            ]}
          />
        </div>
        <div className="grid justify-items-start gap-2">
          <Segments
            label="How much is left"
            value={mode}
            options={MODE_NAMES.map((value) => ({ value, label: MODES[value].label }))}
            onChange={setMode}
          />
          <p className="text-sm text-muted">{MODES[mode].hint}</p>
        </div>
        <AudienceFields draft={audience} onChange={setAudience} problem={beside.audience} />
        <DraftPreview columnMask={name !== '' ? input : null} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Saving…' : 'Save the mask'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
