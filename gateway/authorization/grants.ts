import { LRUCache } from 'lru-cache';
import { permits, rightsOf, type ActionList, type Rights } from '../../subgraphs/kernel/permissions/actions.ts';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { Grants } from '../context.ts';

/** Sets of rights whose grants are kept: the roles, and the ways in which keys are limited. */
const MAX_KEPT = 5_000;

/** What viewers of the product may: the names of their actions are the policies they satisfy. Made once for each set of rights. */
export function grantsOf(actions: ActionList): (viewer: Viewer) => Grants {
  const made = new LRUCache<string, Grants>({ max: MAX_KEPT });
  return (viewer) => {
    const rights = rightsOf(viewer);
    let grants = made.get(rights.key);
    if (grants === undefined) made.set(rights.key, (grants = grantsWith(actions, rights)));
    return grants;
  };
}

function grantsWith(actions: ActionList, rights: Rights): Grants {
  const permitted = Object.entries(actions).filter(([name, action]) => permits(name, action, rights));
  return {
    key: rights.key,
    role: rights.audience,
    authenticated: rights.audience !== 'PUBLIC',
    scopes: new Set(),
    policies: new Set(permitted.map(([name]) => name)),
  };
}
