import { useState } from 'react';
import { SaveRowRuleDocument } from '../../gql/graphql.ts';
import type { RowRuleFieldsFragment, RowRuleInput, RuleOperator } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useForm } from '../settings/use-form.ts';
import { AudienceFields, audienceOf, type AudienceDraft } from './audience-fields.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { PathFields, type Model } from './path-fields.tsx';
import { TypeChoice } from './type-choice.tsx';
import { wordsOf } from './words.ts';

interface RuleEditorProps {
  model: Model;
  /** The rule to change; null for a new one. */
  rule: RowRuleFieldsFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

/** A row rule being written, with what it comes to for a member beside it. */
export function RuleEditor({ model, rule, onSaved, onClose }: RuleEditorProps) {
  const run = useRun();
  const [name, setName] = useState(rule?.name ?? '');
  const [entityType, setEntityType] = useState(rule?.entityType ?? '');
  const [path, setPath] = useState(rule?.path ?? '');
  const [operator, setOperator] = useState<RuleOperator>(rule?.operator ?? 'IN');
  const [own, setOwn] = useState(rule ? rule.userAttribute !== null : true);
  const [attribute, setAttribute] = useState(rule?.userAttribute ?? 'region');
  const [values, setValues] = useState(rule?.values.join(', ') ?? '');
  const [cascade, setCascade] = useState(rule?.cascade ?? true);
  const [audience, setAudience] = useState<AudienceDraft>({
    roles: rule?.audience.roles ?? ['VIEWER'],
    groups: rule?.audience.groups.join(', ') ?? '',
    everybodyBut: rule?.audience.everybodyBut ?? false,
  });
  const { form, busy, problem, beside, send, submitting } = useForm(['name', 'entityType', 'path', 'values', 'userAttribute', 'audience']);
  const input: RowRuleInput = {
    ...(rule ? { id: rule.id } : {}),
    name,
    entityType,
    path,
    operator,
    ...(own ? { userAttribute: attribute } : { values: wordsOf(values) }),
    audience: audienceOf(audience),
    cascade,
  };
  const submit = async () => {
    const saved = await send(run(SaveRowRuleDocument, { input }), (given) => given.saveRowRule);
    if (!saved) return;
    notify('success', `“${saved.name}” holds from now on.`, 'Records, answers, dashboards and exports honour it everywhere.');
    onSaved();
  };
  return (
    <Panel title={rule ? `Change “${rule.name}”` : 'New rule about records'}>
      <form ref={form} className="grid gap-4" onSubmit={submitting(submit)} data-editor="row-rule">
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Name"
            name="name"
            value={name}
            onChange={({ target }) => setName(target.value)}
            required
            autoFocus
            hint="Answers under it say this name."
            problem={beside.name}
          />
          <TypeChoice
            model={model}
            value={entityType}
            none="Choose…"
            onChange={(chosen) => {
              setEntityType(chosen);
              setPath('');
            }}
            problem={beside.entityType}
          />
        </div>
        <PathFields model={model} entityType={entityType} path={path} onChange={setPath} problem={beside.path} />
        <div className="flex flex-wrap gap-3">
          <Segments
            label="How it compares"
            value={operator}
            options={[
              { value: 'IN', label: 'is one of' },
              { value: 'NOT_IN', label: 'is none of' },
            ]}
            onChange={setOperator}
          />
          <Segments
            label="Whose values"
            value={own ? 'own' : 'listed'}
            options={[
              { value: 'own', label: 'what the member has' },
              { value: 'listed', label: 'these values' },
            ]}
            onChange={(value) => setOwn(value === 'own')}
          />
        </div>
        {own ? (
          <Field
            label="Attribute of the member"
            name="userAttribute"
            value={attribute}
            onChange={({ target }) => setAttribute(target.value)}
            hint="Such as region. A member who has none sees no record."
            problem={beside.userAttribute}
          />
        ) : (
          <Field
            label="Values"
            name="values"
            value={values}
            onChange={({ target }) => setValues(target.value)}
            hint="With commas between them; capital letters do not count."
            problem={beside.values}
          />
        )}
        <AudienceFields draft={audience} onChange={setAudience} problem={beside.audience} />
        <Switch
          label="Hide what leads to a hidden record as well"
          hint="The deals of an account that somebody does not see, the lines of those deals."
          on={cascade}
          onChange={setCascade}
          name="cascade"
        />
        <DraftPreview rowRule={name !== '' && entityType !== '' && path !== '' ? input : null} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Saving…' : 'Save the rule'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
