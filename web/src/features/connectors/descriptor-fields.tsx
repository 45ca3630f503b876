import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Switch } from '../../ui/switch.tsx';

/** One thing that a form asks for, as its descriptor says it. */
export interface DescriptorField {
  name: string;
  label: string;
  kind: 'TEXT' | 'SECRET' | 'NUMBER' | 'CHOICE' | 'BOOLEAN';
  required: boolean;
  help: string | null;
  where: string | null;
  fallback: string | null;
  choices: readonly { value: string; label: string }[];
}

/** Names of fields that take more than a line: documents, keys with line breaks. */
const LONG = /document|json|private|schema|mapping/i;

interface DescriptorFieldsProps {
  fields: readonly DescriptorField[];
  values: Readonly<Record<string, string>>;
  beside: Partial<Record<string, string>>;
  onChange: (name: string, value: string) => void;
  /** A secret is there already: an empty field keeps it. */
  keepsSecrets?: boolean;
}

/** The fields of a form that is made from a descriptor. Secrets are typed here and sent, never shown again. */
export function DescriptorFields({ fields, values, beside, onChange, keepsSecrets = false }: DescriptorFieldsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {fields.map((field) => (
        <DescriptorInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          problem={beside[field.name]}
          kept={keepsSecrets && field.kind === 'SECRET'}
          onChange={(value) => onChange(field.name, value)}
        />
      ))}
    </div>
  );
}

interface InputProps {
  field: DescriptorField;
  value: string;
  problem: string | undefined;
  kept: boolean;
  onChange: (value: string) => void;
}

function DescriptorInput({ field, value, problem, kept, onChange }: InputProps) {
  const { name, label, kind, choices, fallback } = field;
  const required = field.required && fallback === null && !kept;
  const hint =
    [field.help, field.where ? `Where: ${field.where}` : null, kept ? 'Leave it empty to keep the one there is.' : null]
      .filter((each) => each !== null && each !== '')
      .map((each) => (/[.!?…]$/.test(each ?? '') ? each : `${each}.`))
      .join(' ') || undefined;
  const shared = { label: required ? label : `${label} (optional)`, name, hint, problem, required };
  if (kind === 'BOOLEAN')
    return (
      <div className="pt-1 sm:col-span-2">
        <Switch
          label={label}
          hint={problem ?? hint}
          on={(value || fallback) === 'true'}
          onChange={(on) => onChange(String(on))}
          name={name}
        />
      </div>
    );
  if (kind === 'CHOICE')
    return (
      <Choice
        {...shared}
        label={label}
        value={value === '' ? (fallback ?? '') : value}
        onChange={(event) => onChange(event.target.value)}
        options={fallback === null && value === '' ? [{ value: '', label: 'Choose…' }, ...choices] : choices}
      />
    );
  if (kind === 'SECRET' && !LONG.test(name))
    return <PasswordField {...shared} autoComplete="new-password" value={value} onChange={(event) => onChange(event.target.value)} />;
  if (LONG.test(name) && kind !== 'NUMBER')
    return (
      <TextArea
        {...shared}
        className={kind === 'SECRET' ? 'sm:col-span-2 [&_textarea]:[-webkit-text-security:disc]' : 'sm:col-span-2'}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        placeholder={fallback ?? undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Field
      {...shared}
      spellCheck={false}
      autoComplete="off"
      inputMode={kind === 'NUMBER' ? 'decimal' : undefined}
      placeholder={fallback ?? undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
