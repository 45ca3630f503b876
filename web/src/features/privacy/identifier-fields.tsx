import { Plus, X } from 'lucide-react';
import type { IdentifierInput, IdentifierKind } from '../../gql/graphql.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { IDENTIFIERS, optionsOf } from './words.ts';

export interface Identifier {
  key: number;
  kind: IdentifierKind;
  value: string;
  table: string;
}

const MOST = 20;

export function newIdentifier(key: number): Identifier {
  return { key, kind: 'EMAIL', value: '', table: '' };
}

/** What is sent of the identifiers that were typed in. */
export function identifierInputs(identifiers: readonly Identifier[]): IdentifierInput[] {
  return identifiers
    .filter(({ value }) => value.trim() !== '')
    .map(({ kind, value, table }) => ({ kind, value: value.trim(), table: kind === 'KEY' ? table.trim() || null : null }));
}

interface IdentifierFieldsProps {
  identifiers: readonly Identifier[];
  onChange: (identifiers: readonly Identifier[]) => void;
  problem?: string | undefined;
}

/** By what a person is found: any number of addresses, numbers, names and keys. */
export function IdentifierFields({ identifiers, onChange, problem }: IdentifierFieldsProps) {
  const change = (key: number, part: Partial<Identifier>) =>
    onChange(identifiers.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-medium">By what they are found</legend>
      {identifiers.map(({ key, kind, value, table }, index) => (
        <div key={key} className="grid gap-3 sm:grid-cols-[140px_1fr_auto]">
          <Choice
            label="What"
            value={kind}
            onChange={(event) => change(key, { kind: event.target.value as IdentifierKind })}
            options={optionsOf(IDENTIFIERS)}
          />
          <div className="grid gap-3">
            <Field
              label="Value"
              name="identifiers"
              required={index === 0}
              value={value}
              onChange={(event) => change(key, { value: event.target.value })}
              hint={IDENTIFIERS[kind].hint}
              problem={index === 0 ? problem : undefined}
              autoComplete="off"
              spellCheck={false}
            />
            {kind === 'KEY' ? (
              <Field
                label="Table or file"
                value={table}
                required
                onChange={(event) => change(key, { table: event.target.value })}
                autoComplete="off"
              />
            ) : null}
          </div>
          {identifiers.length > 1 ? (
            <IconButton
              label={`Leave out identifier ${index + 1}`}
              className="sm:mt-6"
              onClick={() => onChange(identifiers.filter((each) => each.key !== key))}
            >
              <X aria-hidden size={16} />
            </IconButton>
          ) : null}
        </div>
      ))}
      <Button
        look="quiet"
        className="justify-self-start"
        disabled={identifiers.length >= MOST}
        onClick={() => onChange([...identifiers, newIdentifier(Math.max(...identifiers.map(({ key }) => key)) + 1)])}
      >
        <Plus aria-hidden size={15} /> One more
      </Button>
    </fieldset>
  );
}
