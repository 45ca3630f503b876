import { useState } from 'react';
import { PasswordField } from '../../ui/password-field.tsx';
import { LEAST_PASSWORD, passwordHint } from './password-words.ts';

interface NewPasswordFieldProps {
  label: string;
  name: string;
  problem?: string | undefined;
  /** Names and addresses of the person: what others would try first. */
  about?: readonly string[];
}

/** A password to be chosen, with plain words about the one that is being typed. */
export function NewPasswordField({ label, name, problem, about = [] }: NewPasswordFieldProps) {
  const [typed, setTyped] = useState('');
  return (
    <PasswordField
      label={label}
      name={name}
      autoComplete="new-password"
      required
      minLength={LEAST_PASSWORD}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      hint={passwordHint(typed, about)}
      problem={problem}
    />
  );
}
