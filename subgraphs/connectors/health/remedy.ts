import { cataloguedErrors } from '../../kernel/errors/domain-error.ts';

/**
 * What a failed connection needs. RETRY: it may come right by itself. LASTING: hardly, but trying it now and then hurts nobody. PERSON: credentials
 * or rights; trying again would lock accounts, so nothing is tried until a person has done something.
 */
export type Remedy = 'RETRY' | 'LASTING' | 'PERSON';

/** Replies that say who one is or what one may, by their HTTP status. */
const OF_CREDENTIALS: ReadonlySet<number> = new Set([401, 403]);
const CREDENTIALS = /(?:SECRET|PASSWORD|LOGIN|TOKEN|CREDENTIAL|KEY)_|_(?:FORBIDDEN|REFUSED|REVOKED|NOT_ALLOWED)$/u;

const specs = new Map<string, { retry: boolean; status: number }>();

/** What a failure of this code needs; one nobody knows needs a person, as anything unknown does. */
export function remedyOf(code: string): Remedy {
  // Errors are declared as modules load: looked up again until the code is known.
  if (!specs.has(code)) for (const spec of cataloguedErrors()) specs.set(spec.code, spec);
  const spec = specs.get(code);
  if (spec === undefined) return 'PERSON';
  if (spec.retry) return 'RETRY';
  return OF_CREDENTIALS.has(spec.status) || CREDENTIALS.test(code) ? 'PERSON' : 'LASTING';
}
