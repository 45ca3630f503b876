import { permits, rightsOf, type ActionList } from '../permissions/actions.ts';
import type { Role, UserViewer } from '../viewer/viewer.ts';

const EVERY = '.*';

/**
 * The actions that scopes stand for: a name stands for itself, `area.*` for all of an area, as they are when the key is used. So a key for an area
 * keeps up with the product; one that is to stay as it is names its actions.
 */
export function expandScopes(scopes: readonly string[], actions: ActionList): string[] {
  const names = Object.keys(actions);
  const expanded = scopes.flatMap((scope) =>
    scope.endsWith(EVERY) ? names.filter((name) => name.startsWith(scope.slice(0, -1))) : [scope],
  );
  return [...new Set(expanded)].toSorted();
}

/** Those that stand for no action a key may be given. */
export function unknownScopes(scopes: readonly string[], actions: ActionList): string[] {
  const given = new Set(grantable(actions));
  return scopes.filter((scope) => !expandScopes([scope], actions).some((name) => given.has(name)));
}

/** Names of the actions that keys can be limited to: not what is open to everyone anyway, and not what only people in person do. */
export function grantable(actions: ActionList): string[] {
  return Object.entries(actions)
    .filter(([, { audience, inPerson }]) => inPerson !== true && !audience.includes('PUBLIC'))
    .map(([name]) => name)
    .toSorted();
}

/** What a key may, beyond what the role of its account says; null: nothing is to be said. */
export function effectiveScopes(
  scopes: readonly string[] | null,
  by: { account: Role; maker: Role },
  actions: ActionList,
): readonly string[] | null {
  if (scopes === null && by.account === by.maker) return null;
  const asked = scopes === null ? Object.keys(actions).toSorted() : expandScopes(scopes, actions);
  return asked.filter((name) => {
    const action = actions[name];
    return action !== undefined && isFor(by.maker, name, action);
  });
}

/** Whether a role allows nothing that the other does not. */
export function isWithin(role: Role, other: Role, actions: ActionList): boolean {
  return Object.entries(actions).every(([name, action]) => !isFor(role, name, action) || isFor(other, name, action));
}

function isFor(role: Role, name: string, action: ActionList[string]): boolean {
  return permits(name, action, rightsOf({ kind: 'user', tenantId: '', userId: '', role } satisfies UserViewer));
}
