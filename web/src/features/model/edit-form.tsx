import { useState } from 'react';
import type { AttributeSemantic, AttributeType, DifferenceFragment, OntologyChange } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { draftParts, draftTypes } from './draft-names.ts';
import type { ModelType } from './draft-names.ts';
import { EDITS, editKind } from './kinds.ts';
import type { EditField, EditKind } from './kinds.ts';

const TYPES: readonly AttributeType[] = ['TEXT', 'INTEGER', 'DECIMAL', 'MONEY', 'PERCENT', 'BOOLEAN', 'DATE', 'DATETIME'];
const SEMANTICS: readonly AttributeSemantic[] = ['IDENTIFIER', 'NAME', 'CATEGORY', 'STATUS', 'AMOUNT', 'PRICE', 'QUANTITY', 'RATE', 'DATE', 'EMAIL', 'PHONE', 'URL', 'PLACE', 'PERSON', 'TEXT', 'FLAG']; // prettier-ignore

const TEXTS: Partial<Record<EditField, { label: string; hint?: string }>> = {
  name: { label: 'Name', hint: 'Entity types like SalesTeam, attributes and relations like closeDate' },
  label: { label: 'What people call it' },
  pluralLabel: { label: 'What people call several' },
  description: { label: 'What it is' },
  synonyms: { label: 'What else people call it', hint: 'With commas between' },
  unit: { label: 'Unit', hint: 'A currency code of money, else what it is counted in' },
  expression: { label: 'Computed as', hint: 'An expression over attributes of the same record, such as amount * quantity' },
};

interface EditFormProps {
  types: readonly ModelType[];
  diff: readonly DifferenceFragment[];
  busy: boolean;
  /** Resolves with what went wrong; null clears the form. */
  onEdit: (change: OntologyChange) => Promise<Problem | null>;
}

/** One edit of the model. Its kind, entity type and part are in the address, so that other pages can lead to it. */
export function EditForm({ types, diff, busy, onEdit }: EditFormProps) {
  const [{ kind: asked, type, part }, set] = useSearchState(['kind', 'type', 'part']);
  const kind = editKind(asked);
  const { fields, needs, danger } = EDITS[kind];
  const [values, setValues] = useState<Partial<Record<EditField, string>>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const entities = draftTypes(types, diff);
  const entity = entities.find(({ name }) => name === type) ?? null;
  const target = entities.find(({ name }) => name === values.target) ?? null;
  const attributes = (of: typeof entity) => (of ? draftParts(of.part?.attributes ?? [], diff, 'ATTRIBUTE', of.name) : []);
  const relations = entity ? draftParts(entity.part?.relations ?? [], diff, 'RELATION', entity.name) : [];
  const attribute = fields.includes('attribute') ? attributes(entity).find(({ name }) => name === part)?.part : null;
  const given: Partial<Record<EditField, string>> = { ...values, entityType: type, attribute: part, relation: part };
  const missing = needs.some((field) => !given[field]);
  const put = (field: EditField, value: string) => setValues((now) => ({ ...now, [field]: value }));
  const was: Partial<Record<EditField, string | null>> =
    kind === 'CHANGE_ENTITY_TYPE' && entity?.part
      ? { ...entity.part, synonyms: entity.part.synonyms.join(', ') }
      : attribute
        ? { name: attribute.name, label: attribute.label, unit: attribute.unit, description: attribute.description, synonyms: attribute.synonyms.join(', '), expression: attribute.computed?.expression ?? null } // prettier-ignore
        : {};

  const submit = async () => {
    const text = (field: EditField) => (fields.includes(field) ? given[field]?.trim() || null : null);
    const synonyms = text('synonyms');
    const refused = await onEdit({
      kind,
      entityType: text('entityType'),
      attribute: text('attribute') ?? text('link'),
      relation: text('relation'),
      target: text('target'),
      targetAttribute: text('targetAttribute'),
      name: text('name'),
      label: text('label'),
      pluralLabel: text('pluralLabel'),
      description: text('description'),
      synonyms: synonyms === null ? null : synonyms.split(',').map((each) => each.trim()),
      type: (text('type') as AttributeType | null) ?? null,
      semantic: (text('semantic') as AttributeSemantic | null) ?? null,
      unit: text('unit'),
      expression: text('expression'),
    });
    setProblem(refused);
    if (refused === null) {
      setValues({});
      set({ part: '' });
    }
  };

  const choices: Partial<Record<EditField, { label: string; options: { value: string; label: string }[] }>> = {
    entityType: { label: 'Entity type', options: entities.map(({ name, label }) => ({ value: name, label: `${label} (${name})` })) },
    attribute: { label: 'Attribute', options: attributes(entity).map(({ name, label }) => ({ value: name, label: `${label} (${name})` })) },
    relation: { label: 'Relation', options: relations.map(({ name, label }) => ({ value: name, label: `${label} (${name})` })) },
    target: { label: kind === 'ADD_RELATION' ? 'Leads to' : 'Into', options: entities.filter(({ name }) => kind === 'ADD_RELATION' || name !== type).map(({ name, label }) => ({ value: name, label })) }, // prettier-ignore
    link: { label: 'By the values of', options: attributes(entity).map(({ name, label }) => ({ value: name, label })) },
    targetAttribute: { label: 'Which equal its', options: attributes(target).map(({ name, label }) => ({ value: name, label })) },
    type: {
      label: `Type${attribute ? `, now ${attribute.type.toLowerCase()}` : ''}`,
      options: TYPES.map((each) => ({ value: each, label: each.toLowerCase() })),
    },
    semantic: { label: `Meaning${attribute?.semantic ? `, now ${attribute.semantic.toLowerCase()}` : ''}`, options: SEMANTICS.map((each) => ({ value: each, label: each.toLowerCase() })) }, // prettier-ignore
  };

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !missing) void submit();
      }}
    >
      <Choice
        label="What to do"
        value={kind}
        options={(Object.keys(EDITS) as EditKind[]).map((each) => ({ value: each, label: EDITS[each].label }))}
        onChange={(event) => {
          setValues({});
          setProblem(null);
          set({ kind: event.target.value, part: '' });
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((field) => {
          const choice = choices[field];
          if (choice)
            return (
              <Choice
                key={field}
                label={choice.label}
                name={field}
                value={given[field] ?? ''}
                options={[{ value: '', label: needs.includes(field) ? 'Choose…' : 'As it is' }, ...choice.options]}
                onChange={(event) => {
                  if (field === 'entityType') set({ type: event.target.value, part: '' });
                  else if (field === 'attribute' || field === 'relation') set({ part: event.target.value });
                  else put(field, event.target.value);
                }}
              />
            );
          const text = TEXTS[field];
          return text ? (
            <Field
              key={field}
              label={text.label}
              name={field}
              hint={text.hint}
              className={field === 'expression' || field === 'description' ? 'sm:col-span-2' : undefined}
              value={values[field] ?? ''}
              placeholder={was[field] ?? ''}
              spellCheck={false}
              onChange={(event) => put(field, event.target.value)}
            />
          ) : null;
        })}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Button
        type="submit"
        look={danger ? 'danger' : 'primary'}
        busy={busy}
        disabled={missing}
        className="justify-self-start"
        data-edit-model
      >
        Put it into the draft
      </Button>
    </form>
  );
}
