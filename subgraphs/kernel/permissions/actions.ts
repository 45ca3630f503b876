import { createHash } from 'node:crypto';
import { ROLES, type Role, type Viewer } from '../viewer/viewer.ts';

/** PUBLIC is everyone, logged in or not. */
export type Audience = Role | 'PUBLIC';

/** `Type.field`, or `Type` for all its fields. */
export type Coordinate = string;

export interface Action {
  /** Completes the sentence "Your role does not allow …". */
  description: string;
  audience: readonly Audience[];
  covers: readonly Coordinate[];
  /** Only for people in a session of their own: no key may, whatever its scopes. */
  inPerson?: true;
  /** Our own agents may, too, in their runs and as far as governance lets them; never programs with the same role. */
  byAgents?: true;
  /** Also in a tenant that is frozen, where nothing else is changed. */
  whileFrozen?: true;
}

/** Action name (`connections.read`) → who may do it and which coordinates of the schema it is. The one truth about authorisation. */
export type ActionTable = Readonly<Record<string, Action>>;

/** What actions are and who may do them, without what they cover: that is said by the directives of the supergraph. */
export type ActionList = Readonly<Record<string, Omit<Action, 'covers'>>>;

export const EVERYONE: readonly Audience[] = ['PUBLIC'];
export const MEMBERS: readonly Role[] = ROLES;
/** Members that are no programs. */
export const PEOPLE: readonly Role[] = ROLES.filter((role) => role !== 'AGENT');
export const OPERATORS: readonly Role[] = ['OWNER', 'ADMIN', 'OPERATOR'];

/** Declares an action table; only here so that tables read as what they are. */
export function defineActions<Table extends ActionTable>(table: Table): Table {
  return table;
}

/** The audience a viewer belongs to beyond PUBLIC. */
export function audienceOf(viewer: Viewer): Audience {
  return viewer.kind === 'user' ? viewer.role : 'PUBLIC';
}

/** Whether the action's audience includes this one. */
export function admits(action: Pick<Action, 'audience'>, audience: Audience): boolean {
  return action.audience.includes('PUBLIC') || action.audience.includes(audience);
}

/** What a viewer may, in the terms both fences ask in. Equal keys are equal rights. */
export interface Rights {
  key: string;
  audience: Audience;
  /** The actions that its credential is limited to; null: all of its audience. */
  scopes: ReadonlySet<string> | null;
  /** A person in a session of their own, or the product itself; not a key and not an agent. */
  inPerson: boolean;
  /** One of our own agents, in a run. */
  agent: boolean;
}

const limits = new WeakMap<readonly string[], { names: ReadonlySet<string>; digest: string }>();

/** The rights of a viewer: those of its role, within what its credential is limited to. */
export function rightsOf(viewer: Viewer): Rights {
  if (viewer.kind === 'anonymous') return { key: 'PUBLIC', audience: 'PUBLIC', scopes: null, inPerson: true, agent: false };
  const proof = viewer.credential?.kind ?? 'SESSION';
  const inPerson = proof === 'SESSION';
  const agent = proof === 'AGENT';
  const kind = inPerson ? '' : ` ${proof.toLowerCase()}`;
  if (viewer.scopes === undefined) return { key: `${viewer.role}${kind}`, audience: viewer.role, scopes: null, inPerson, agent };
  const { names, digest } = limitOf(viewer.scopes);
  return { key: `${viewer.role}${kind} ${digest}`, audience: viewer.role, scopes: names, inPerson, agent };
}

/** Whether somebody with these rights may do an action. What is open to everyone is so to every key. */
export function permits(name: string, action: Pick<Action, 'audience' | 'inPerson' | 'byAgents'>, rights: Rights): boolean {
  if (action.audience.includes('PUBLIC')) return true;
  if (action.byAgents === true && rights.agent) return isWithinScopes(name, rights);
  if (!action.audience.includes(rights.audience)) return false;
  if (action.inPerson === true && !rights.inPerson) return false;
  return isWithinScopes(name, rights);
}

function isWithinScopes(name: string, rights: Rights): boolean {
  return rights.scopes === null || rights.scopes.has(name);
}

/** Names of the actions a viewer may do, sorted. */
export function permittedActions(actions: ActionList, viewer: Viewer): string[] {
  const rights = rightsOf(viewer);
  return Object.entries(actions)
    .filter(([name, action]) => permits(name, action, rights))
    .map(([name]) => name)
    .toSorted();
}

function limitOf(scopes: readonly string[]): { names: ReadonlySet<string>; digest: string } {
  let limit = limits.get(scopes);
  if (limit === undefined) {
    const digest = createHash('sha256').update(scopes.join()).digest('base64url');
    limits.set(scopes, (limit = { names: new Set(scopes), digest }));
  }
  return limit;
}
