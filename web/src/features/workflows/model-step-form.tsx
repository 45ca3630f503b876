import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';
import { withStep } from './add-step.ts';
import { modelStepOf } from './model-step.ts';
import type { ModelStepDraft } from './model-step.ts';
import type { ShapedStep } from './shape.ts';

const CODE = '[&_textarea]:font-mono [&_textarea]:text-sm';
const FIELDS = ['id', 'title', 'after', 'instructions', 'text', 'fields', 'maxTokens', 'withoutModel'] as const;

/** An id that no step has yet: `think`, `think-2` … */
function freeId(steps: readonly ShapedStep[]): string {
  const taken = new Set(steps.map(({ id }) => id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? 'think' : `think-${count}`;
    if (!taken.has(id)) return id;
  }
}

interface ModelStepFormProps {
  /** The workflow as it is written. */
  text: string;
  /** Its steps, outside of others. */
  steps: readonly ShapedStep[];
  onClose: () => void;
  /** The text with the step in it, and the address of the step. */
  onAdd: (text: string, step: string) => void;
}

/** A step that asks a model: what it is told, what it is given, what it has to write, and what holds without one. */
export function ModelStepForm({ text, steps, onClose, onAdd }: ModelStepFormProps) {
  const last = steps.at(-1)?.id ?? '';
  const form = useDraftForm(FIELDS, (): ModelStepDraft => ({
    id: freeId(steps),
    title: '',
    after: last,
    instructions: '',
    text: last === '' ? '{{ input }}' : `{{ steps.${last}.output }}`,
    fields: 'summary: text, what was found, in two sentences',
    maxTokens: '1000',
    withoutModel: '',
  })); // prettier-ignore
  const { draft, field, refuse, fail } = form;
  const add = () => {
    const made = modelStepOf(draft);
    if (!made.ok) return refuse([{ code: 'INVALID_INPUT', field: made.field, message: made.message, todo: '' }]);
    const next = withStep(text, made.step);
    if (next === null)
      return fail({ code: 'INVALID_INPUT', message: 'The workflow cannot be read yet.', todo: 'Mend it first.', retry: false });
    return onAdd(next, draft.id);
  };
  return (
    <FormSheet title="A step that asks a model" action="Add the step" name="model-step" of={form} onSubmit={add} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Id" hint="Small letters, digits and hyphens." spellCheck={false} autoComplete="off" {...field('id')} />
        <Field label="Title" {...field('title')} />
        <Choice
          label="After"
          options={[{ value: '', label: 'nothing' }, ...steps.map(({ id, title }) => ({ value: id, label: title }))]}
          {...field('after')}
        />
      </div>
      <TextArea
        label="What it is told"
        rows={3}
        hint="Together with the instructions of the agent that does it."
        {...field('instructions')}
      />
      <TextArea
        label="What it is given"
        rows={3}
        className={CODE}
        hint="Text; what stands between {{ and }} is looked up."
        spellCheck={false}
        {...field('text')}
      />
      <TextArea
        label="What it writes"
        rows={3}
        className={CODE}
        hint="One a line: “name: text, what it is”. Instead of text: number, yes or no, list. Anything else it writes fails the step."
        spellCheck={false}
        {...field('fields')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Tokens at most"
          inputMode="numeric"
          hint="Set aside in the agent’s budgets before it is asked."
          {...field('maxTokens')}
        />
        <TextArea
          label="Without a model it comes to"
          rows={2}
          className={CODE}
          hint="JSON, where no model is configured. Left empty: the step fails then."
          spellCheck={false}
          {...field('withoutModel')}
        />
      </div>
    </FormSheet>
  );
}
