import { admits, audienceOf, type ActionList, type Audience } from '../../subgraphs/kernel/permissions/actions.ts';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { Grants } from '../context.ts';

/** What viewers of the product may: the names of their role's actions are the policies they satisfy. Made once for each audience. */
export function grantsOf(actions: ActionList): (viewer: Viewer) => Grants {
  const made = new Map<Audience, Grants>();
  return (viewer) => {
    const audience = audienceOf(viewer);
    let grants = made.get(audience);
    if (grants === undefined) made.set(audience, (grants = grantsOfAudience(actions, audience)));
    return grants;
  };
}

function grantsOfAudience(actions: ActionList, audience: Audience): Grants {
  const permitted = Object.entries(actions).filter(([, action]) => admits(action, audience));
  return {
    key: audience,
    role: audience,
    authenticated: audience !== 'PUBLIC',
    scopes: new Set(),
    policies: new Set(permitted.map(([name]) => name)),
  };
}
