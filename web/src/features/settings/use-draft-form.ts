import { useState } from 'react';
import { useForm } from './use-form.ts';
import type { Form } from './use-form.ts';

/** Fields of a draft that are texts: what controls hold. */
type TextKey<Draft> = { [Key in keyof Draft]: Draft[Key] extends string ? Key : never }[keyof Draft] & string;

/** What a control of a form is given for one field of the draft. */
interface BoundField {
  name: string;
  value: string;
  problem: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

interface DraftForm<Draft> extends Form<string> {
  draft: Draft;
  set: (next: Partial<Draft>) => void;
  /** Binds a control to a field; `name` is what the server calls it, where that differs. */
  field: (key: TextKey<Draft>, name?: string) => BoundField;
}

/** A form whose values are kept in one draft: `names` are the fields beside which problems are said. See ./use-form.ts. */
export function useDraftForm<Draft extends object>(names: readonly string[], start: () => Draft): DraftForm<Draft> {
  const form = useForm(names);
  const [draft, setDraft] = useState(start);
  const set = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }));
  return {
    ...form,
    draft,
    set,
    field: (key, name = key) => ({
      name,
      value: draft[key] as string,
      problem: form.beside[name],
      onChange: ({ target }) => set({ [key]: target.value } as unknown as Partial<Draft>),
    }),
  };
}
