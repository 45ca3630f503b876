import { plainText } from '../../ui/plain-text.ts';

/** Something that a workflow asks for. */
export interface AskedField {
  name: string;
  type: 'STRING' | 'NUMBER' | 'BOOLEAN' | 'JSON';
  description: string;
  required: boolean;
  fallback: unknown;
}

const TYPES: readonly AskedField['type'][] = ['STRING', 'NUMBER', 'BOOLEAN', 'JSON'];

/** What a definition asks for, in the order in which it is written. Pure. */
export function fieldsOf(definition: unknown): readonly AskedField[] {
  const { input } = (definition ?? {}) as { input?: unknown };
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).map(([name, value]: [string, unknown]) => {
    const { type, description, required, default: fallback } = (value ?? {}) as Record<string, unknown>;
    return {
      name,
      type: TYPES.find((each) => each === type) ?? 'JSON',
      description: typeof description === 'string' ? description : '',
      required: required === true,
      fallback,
    };
  });
}

/** What stands in the fields at first. Pure. */
export function startTexts(fields: readonly AskedField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map(({ name, type, fallback }) => [
      name,
      fallback === undefined || fallback === null ? '' : type === 'JSON' ? JSON.stringify(fallback, null, 2) : plainText(fallback),
    ]),
  );
}

type Values = { ok: true; values: Record<string, unknown> } | { ok: false; field: string; todo: string };

/** What is sent of what was typed; what is left empty is left out, and the server says whether it may be. Pure. */
export function valuesOf(fields: readonly AskedField[], texts: Readonly<Record<string, string>>): Values {
  const values: Record<string, unknown> = {};
  for (const { name, type } of fields) {
    const text = (texts[name] ?? '').trim();
    if (text === '') continue;
    if (type === 'STRING') values[name] = text;
    else if (type === 'BOOLEAN') values[name] = text === 'true';
    else if (type === 'NUMBER') {
      if (!Number.isFinite(Number(text))) return { ok: false, field: name, todo: 'Write a number.' };
      values[name] = Number(text);
    } else {
      try {
        values[name] = JSON.parse(text) as unknown;
      } catch {
        return { ok: false, field: name, todo: 'Write JSON: "text", 12, true, [1, 2] or {"name": "value"}.' };
      }
    }
  }
  return { ok: true, values };
}
