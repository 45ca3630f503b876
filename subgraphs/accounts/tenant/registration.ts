import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { passwordFault } from '../session/password-rules.ts';
import { emailOf, lookUpForm } from '../user/email.ts';
import { nameOf } from '../user/name.errors.ts';

export interface Registration {
  tenantName: string;
  email: string;
  displayName: string;
  password: string;
}

/** Everything that is wrong with a registration, in the order of its fields. */
export function registrationProblems(input: Registration): InputProblem[] {
  const { tenantName, email, displayName, password } = input;
  const owner = { email: lookUpForm(email) ?? '', names: [tenantName, displayName] };
  const faults: [keyof Registration, DomainError | null][] = [
    ['tenantName', faultOf(() => nameOf(tenantName))],
    ['email', faultOf(() => emailOf(email))],
    ['displayName', faultOf(() => nameOf(displayName))],
    ['password', passwordFault(password, owner)],
  ];
  return faults.flatMap(([field, fault]) => (fault === null ? [] : [inputProblem(fault, field)]));
}

function faultOf(read: () => unknown): DomainError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** A short name for addresses: ASCII words joined by dashes, with the first digits of the id so that it is unique. */
export function slugOf(name: string, id: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${words === '' ? 'tenant' : words}-${id.slice(0, 8)}`;
}
