import type { Grants } from '../context.ts';

/** Any of these, each of them whole. None at all, or an empty one among them, asks for nothing: as in composition. */
export type Alternatives = readonly (readonly string[])[];

/** What one directive of the supergraph asks of whoever reads what it stands on. */
export type Requirement =
  | { kind: 'AUTHENTICATED' }
  | { kind: 'SCOPES'; alternatives: Alternatives }
  | { kind: 'POLICIES'; alternatives: Alternatives };

/** How far the question whether requirements imply another is followed; past it the answer is no, which is the strict one. */
const MAX_STEPS = 10_000;

/** Whether somebody with these grants meets it. */
export function isMet(requirement: Requirement, grants: Grants): boolean {
  if (requirement.kind === 'AUTHENTICATED') return grants.authenticated;
  const held = requirement.kind === 'SCOPES' ? grants.scopes : grants.policies;
  const { alternatives } = requirement;
  return alternatives.length === 0 || alternatives.some((all) => all.every((one) => held.has(one)));
}

/** Whether everybody who meets all of `given` meets `requirement` as well. */
export function isImplied(requirement: Requirement, given: readonly Requirement[]): boolean {
  if (requirement.kind === 'AUTHENTICATED') return given.some(({ kind }) => kind === 'AUTHENTICATED');
  const wanted = requirement.alternatives;
  if (wanted.length === 0) return true;
  const parts = given.flatMap((each) => (each.kind === requirement.kind && each.alternatives.length > 0 ? [each.alternatives] : []));
  let steps = 0;
  // Every way of meeting the parts, one alternative of each, has to hold one of the wanted alternatives whole.
  const holds = (held: ReadonlySet<string>, [next, ...others]: readonly Alternatives[]): boolean => {
    if (wanted.some((all) => all.every((one) => held.has(one)))) return true;
    if (next === undefined || ++steps > MAX_STEPS) return false;
    return next.every((all) => holds(new Set([...held, ...all]), others));
  };
  return holds(new Set(), parts);
}
