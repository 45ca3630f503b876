/** A step that asks a model, as somebody is setting it. */
export interface ModelStepDraft {
  id: string;
  title: string;
  /** Id of the step that has to be done before; empty: none. */
  after: string;
  instructions: string;
  text: string;
  /** What the model writes: `name: kind, what it is` on a line each. */
  fields: string;
  maxTokens: string;
  /** JSON that the step comes to where no model is configured; empty: it fails then. */
  withoutModel: string;
}

const KINDS: Readonly<Record<string, object>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  'yes or no': { type: 'boolean' },
  list: { type: 'array', items: { type: 'string' } },
};

/** `summary: text, what was found` → its name, its kind and what it is; the kind may be left out. */
const LINE = /^\s*(?<name>[A-Za-z][A-Za-z0-9_]*)\s*:\s*(?:(?<kind>text|number|yes or no|list)\b\s*,?)?\s*(?<about>.*?)\s*$/;

/** What a model has to write, as JSON Schema; or the line that says nothing. Pure. */
export function formOf(fields: string): { ok: true; form: Record<string, unknown> } | { ok: false; line: string } {
  const properties: Record<string, unknown> = {};
  for (const line of fields.split('\n').filter((each) => each.trim() !== '')) {
    const { name, kind = 'text', about = '' } = LINE.exec(line)?.groups ?? {};
    if (name === undefined) return { ok: false, line };
    properties[name] = { ...KINDS[kind], ...(about === '' ? {} : { description: about }) };
  }
  return { ok: true, form: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false } };
}

type Made = { ok: true; step: Record<string, unknown> } | { ok: false; field: keyof ModelStepDraft; message: string };

/** The step as it is written into the workflow, or what is wrong with what was typed. Pure. */
export function modelStepOf(draft: ModelStepDraft): Made {
  const form = formOf(draft.fields);
  if (!form.ok)
    return { ok: false, field: 'fields', message: `“${form.line.trim()}” names nothing. Write “summary: text, what was found”.` };
  if (Object.keys(form.form['properties'] as object).length === 0)
    return { ok: false, field: 'fields', message: 'Say what it writes, one a line.' };
  const maxTokens = Number(draft.maxTokens);
  if (!Number.isInteger(maxTokens) || maxTokens < 1) return { ok: false, field: 'maxTokens', message: 'Write a whole number, from 1 on.' };
  let fallback: { withoutModel?: unknown } = {};
  if (draft.withoutModel.trim() !== '') {
    try {
      fallback = { withoutModel: JSON.parse(draft.withoutModel) as unknown };
    } catch {
      return { ok: false, field: 'withoutModel', message: 'Write JSON: {"summary": "none"}.' };
    }
  }
  const { id, title, after, instructions, text } = draft;
  return {
    ok: true,
    step: {
      id,
      kind: 'MODEL',
      ...(title.trim() === '' ? {} : { title }),
      ...(after === '' ? {} : { dependsOn: [after] }),
      instructions,
      text,
      form: form.form,
      maxTokens,
      ...fallback,
    },
  };
}
