import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { planeErrors } from './plane.errors.ts';
import type { PlaneField } from './plane-kind.ts';
import { type FabricPlaneKind, planeKind } from './plane-kinds.ts';
import { readRoutes } from '../../kernel/outbound/gateway-routes.ts';

const MAX_NAME_CHARACTERS = 100;
const MAX_ADDRESS_CHARACTERS = 500;
const MAX_VALUE_CHARACTERS = 2_000;
const MAX_SECRET_CHARACTERS = 16_384;
/** Fields that are addresses themselves. */
const ADDRESSES: ReadonlySet<string> = new Set(['statusAddress', 'tokenAddress']);

/** What somebody filled in. */
export interface FilledForm {
  kind: FabricPlaneKind;
  name: string;
  address: string;
  /** Null: none was given. */
  secret: string | null;
  settings: Readonly<Record<string, string>>;
}

/** A form as it can be stored. */
export interface ReadForm {
  name: string;
  address: string;
  secret: string | null;
  settings: Record<string, string>;
}

/** Everything that is right about a form, or everything that is wrong with it. */
export function readForm(form: FilledForm): ReadForm | InputProblem[] {
  const spec = planeKind(form.kind);
  const problems: InputProblem[] = [];
  const wrong = (error: DomainError, field: string): void => void problems.push(inputProblem(error, field));
  const name = form.name.trim();
  if (name === '' || name.length > MAX_NAME_CHARACTERS) wrong(planeErrors.PLANE_NAME_INVALID({ maximum: MAX_NAME_CHARACTERS }), 'name');
  const address = readAddress(form.address, spec.protocols);
  if (address === null)
    wrong(planeErrors.PLANE_ADDRESS_INVALID({ protocols: spec.protocols.map((each) => `${each}//`).join(' or ') }), 'address');
  const settings: Record<string, string> = {};
  for (const field of spec.fields) {
    if (field.name === 'address') continue;
    const value = (field.name === 'secret' ? form.secret : form.settings[field.name])?.trim() ?? '';
    const why = value === '' ? (field.required ? 'it has to be given' : null) : faultOf(field, value);
    if (why !== null) wrong(planeErrors.PLANE_SETTING_INVALID({ field: field.label, why }), field.name);
    else if (field.name !== 'secret' && value !== '') settings[field.name] = value;
  }
  const known = new Set(spec.fields.map((field) => field.name));
  for (const unknown of Object.keys(form.settings).filter((each) => !known.has(each) || each === 'address' || each === 'secret'))
    wrong(planeErrors.PLANE_SETTING_INVALID({ field: unknown, why: 'such a plane has no setting of this name' }), 'settings');
  if (problems.length > 0 || address === null) return problems;
  return { name, address, secret: form.secret?.trim() ?? null, settings };
}

/** An address without what does not belong into one; null when it is none. Secrets in it are refused. */
function readAddress(text: string, protocols: readonly string[]): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_CHARACTERS || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const extra = url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '' || url.hostname === '';
  return extra || !protocols.includes(url.protocol) ? null : trimmed.replace(/\/+$/u, '');
}

function faultOf({ name, kind, choices }: PlaneField, value: string): string | null {
  if (value.length > (kind === 'SECRET' ? MAX_SECRET_CHARACTERS : MAX_VALUE_CHARACTERS)) return 'it is too long';
  if (kind === 'CHOICE' && !choices.includes(value)) return `it is one of ${choices.join(', ')}`;
  if (kind === 'NUMBER' && !Number.isFinite(Number(value))) return 'it is a number';
  if (kind === 'BOOLEAN' && value !== 'true' && value !== 'false') return 'it is true or false';
  if (ADDRESSES.has(name) && readAddress(value, ['https:', 'http:']) === null) return 'it is no address of a web server';
  return name === 'routes' && readRoutes(value) === null ? 'routes are written host=/path, several with commas' : null;
}
