import { effectiveScopes, unknownScopes } from '../../kernel/api-keys/scopes.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { ActionList } from '../../kernel/permissions/actions.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';
import { keyErrors } from './api-key.errors.ts';
import { labelProblems } from './label.ts';

export const HOUR_MS = 60 * 60 * 1_000;
export const DAY_MS = 24 * HOUR_MS;
export const MAX_OVERLAP_HOURS = 7 * 24;
const MAX_DAYS = 366;
const MAX_SCOPES = 100;
const MAX_SCOPE_CHARACTERS = 100;

/** What is wrong with a key that is to be made, before anybody's role is looked at. */
export function keyProblems(input: { name: string; scopes: readonly string[] | null; expiresInDays: number | null }): InputProblem[] {
  const { name, scopes, expiresInDays: days } = input;
  const problems = labelProblems(name, 'name');
  if (days !== null && (!Number.isInteger(days) || days < 1 || days > MAX_DAYS))
    problems.push(inputProblem(keyErrors.API_KEY_DAYS_INVALID({ maximum: MAX_DAYS }), 'expiresInDays'));
  if (scopes !== null && (scopes.length === 0 || scopes.length > MAX_SCOPES))
    problems.push(inputProblem(keyErrors.TOO_MANY_SCOPES({ maximum: MAX_SCOPES }), 'scopes'));
  return problems;
}

/** Scopes that name nothing, or of which any of the roles allows nothing: a key never does more than its account and its maker may. */
export function scopeProblems(
  scopes: readonly string[] | null,
  [account, maker]: readonly [Role, Role],
  actions: ActionList,
): InputProblem[] {
  if (scopes === null) return [];
  const unknown = new Set(unknownScopes(scopes, actions));
  return scopes.flatMap((scope) => {
    const shown = scope.slice(0, MAX_SCOPE_CHARACTERS);
    if (unknown.has(scope)) return [inputProblem(keyErrors.SCOPE_UNKNOWN({ scope: shown }), 'scopes')];
    const some = (role: Role): boolean => (effectiveScopes([scope], { account, maker: role }, actions) ?? []).length > 0;
    return some(account) && some(maker) ? [] : [inputProblem(keyErrors.SCOPE_NOT_ALLOWED({ scope: shown }), 'scopes')];
  });
}
