import { useState } from 'react';
import { Field, TextArea } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { textOf, valueOf } from './policy-draft.ts';
import type { PolicyField } from './policy-fields.ts';

interface PolicyControlProps {
  field: PolicyField;
  value: unknown;
  /** What the default policy says. */
  usual: unknown;
  problem: string | undefined;
  disabled: boolean;
  onChange: (value: unknown) => void;
}

/** What the default is, in a few words; nothing where that is what stands there. */
function usualWords({ kind }: PolicyField, value: unknown, usual: unknown): string {
  if (JSON.stringify(value) === JSON.stringify(usual)) return '';
  if (kind === 'yes-no') return ` By default: ${usual === true ? 'yes' : 'no'}.`;
  const text = textOf(kind, usual).replaceAll('\n', ', ');
  return ` By default: ${text === '' ? 'nothing' : text}.`;
}

/** One field of the policy with its help, its default where it differs, and what is wrong with it. */
export function PolicyControl({ field, value, usual, problem, disabled, onChange }: PolicyControlProps) {
  const { path, label, kind, help } = field;
  // What is typed stays as it is typed: its value alone would take away line breaks and commas under somebody's hands.
  const [typed, setTyped] = useState(() => textOf(kind, value));
  const hint = `${help}${usualWords(field, value, usual)}`;
  const text = (next: string) => {
    setTyped(next);
    onChange(valueOf(kind, next));
  };
  if (kind === 'yes-no')
    return (
      <div className="grid gap-1">
        <Switch name={path} label={label} hint={hint} on={value === true} onChange={onChange} disabled={disabled} />
        {problem ? <p className="text-sm text-low">{problem}</p> : null}
      </div>
    );
  if (kind === 'number')
    return (
      <Field
        label={label}
        name={path}
        inputMode="decimal"
        hint={hint}
        problem={problem}
        disabled={disabled}
        value={typed}
        onChange={(event) => text(event.target.value)}
      />
    );
  return (
    <TextArea
      label={label}
      name={path}
      rows={Math.min(8, Math.max(2, typed.split('\n').length))}
      hint={hint}
      problem={problem}
      disabled={disabled}
      spellCheck={false}
      value={typed}
      onChange={(event) => text(event.target.value)}
    />
  );
}
