import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { DiscoveryRulesPreviewDocument, SaveDiscoveryRulesDocument } from '../../gql/graphql.ts';
import type { DiscoveryRulesPreviewQuery, DiscoveryRulesQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useFormProblems } from '../connect/use-form-problems.ts';
import { PolicyControl } from './policy-control.tsx';
import { asPolicy, isSame, valueAt, withValue } from './policy-draft.ts';
import { pathOf, POLICY_SECTIONS } from './policy-fields.ts';
import { PolicyPreview } from './policy-preview.tsx';

type Version = DiscoveryRulesQuery['discoveryPolicy'];
export type Preview = Extract<DiscoveryRulesPreviewQuery['previewDiscoveryPolicy'], { __typename: 'DiscoveryPolicyPreview' }>;

const FIELDS = POLICY_SECTIONS.flatMap(({ fields }) => fields);
const NOTE_MOST = 500;

interface PolicyEditorProps {
  /** The version that editing starts from. */
  start: Version;
  inForce: Version;
  usual: Version;
  onSaved: () => void;
}

/** The policy as a form: what would change is looked at on a past scan before it is saved as the next version. */
export function PolicyEditor({ start, inForce, usual, onSaved }: PolicyEditorProps) {
  const run = useRun();
  const may = useMay('discovery.write');
  const { form, beside, problem, clear, fail, refuse } = useFormProblems(({ field }) => pathOf(field));
  const [draft, setDraft] = useState(() => asPolicy(start.policy));
  const [round, setRound] = useState(0);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState<'none' | 'preview' | 'save'>('none');
  const [preview, setPreview] = useState<Preview | null>(null);
  const now = asPolicy(inForce.policy);
  const changed = FIELDS.filter((field) => !isSame(field, draft, now));
  const change = (path: string, value: unknown) => {
    setDraft((before) => withValue(before, path, value));
    setPreview(null);
  };
  const look = async () => {
    setBusy('preview');
    clear();
    const ended = await run(DiscoveryRulesPreviewDocument, { policy: draft });
    setBusy('none');
    if (!ended.ok) return fail(ended.problem);
    const { previewDiscoveryPolicy } = ended.data;
    return previewDiscoveryPolicy.__typename === 'InputRefused'
      ? refuse(previewDiscoveryPolicy.problems)
      : setPreview(previewDiscoveryPolicy);
  };
  const save = async () => {
    setBusy('save');
    clear();
    const input = { policy: draft, expectedVersion: inForce.version, note: note.trim() || null };
    const ended = await run(SaveDiscoveryRulesDocument, { input });
    setBusy('none');
    if (!ended.ok) return fail(ended.problem);
    const { saveDiscoveryPolicy } = ended.data;
    if (saveDiscoveryPolicy.__typename === 'InputRefused') return refuse(saveDiscoveryPolicy.problems);
    notify('success', `Version ${saveDiscoveryPolicy.policy.version} is in force`, 'Scans that begin from now on go by it.');
    return onSaved();
  };
  const reset = () => {
    setDraft(now);
    setPreview(null);
    clear();
    setRound((count) => count + 1);
  };

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-5"
      data-discovery-policy={inForce.version}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy === 'none') void look();
      }}
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      {POLICY_SECTIONS.map(({ title, fields }) => (
        <Panel key={title} title={title}>
          <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
            {fields.map((field) => (
              <PolicyControl
                key={`${field.path} ${round}`}
                field={field}
                value={valueAt(draft, field.path)}
                usual={valueAt(asPolicy(usual.policy), field.path)}
                problem={beside[field.path]}
                disabled={!may}
                onChange={(value) => change(field.path, value)}
              />
            ))}
          </div>
        </Panel>
      ))}
      {preview ? <PolicyPreview preview={preview} /> : null}
      <div className="panel sticky bottom-16 z-10 flex flex-wrap items-end gap-3 p-4 shadow-raised lg:bottom-4">
        <p role="status" className="min-w-40 flex-1 self-center text-muted">
          {changed.length === 0 ? 'Nothing is changed.' : `${plural(changed.length, 'field')} changed.`}
        </p>
        {may && changed.length > 0 ? (
          <Field
            label="Why"
            className="w-full sm:w-64"
            maxLength={NOTE_MOST}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        ) : null}
        {changed.length > 0 ? <Button onClick={reset}>Undo my changes</Button> : null}
        <Button type="submit" busy={busy === 'preview'} data-preview>
          What would change?
        </Button>
        {may ? (
          <Button look="primary" busy={busy === 'save'} disabled={changed.length === 0} onClick={() => void save()} data-save-policy>
            Save
          </Button>
        ) : null}
      </div>
    </form>
  );
}
