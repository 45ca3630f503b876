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
}

/** Action name (`connections.read`) → who may do it and which coordinates of the schema it is. The one truth about authorisation. */
export type ActionTable = Readonly<Record<string, Action>>;

/** What actions are and who may do them, without what they cover: that is said by the directives of the supergraph. */
export type ActionList = Readonly<Record<string, Omit<Action, 'covers'>>>;

export const EVERYONE: readonly Audience[] = ['PUBLIC'];
export const MEMBERS: readonly Role[] = ROLES;
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

/** Names of the actions a viewer may do, sorted. */
export function permittedActions(actions: ActionList, viewer: Viewer): string[] {
  const audience = audienceOf(viewer);
  return Object.entries(actions)
    .filter(([, action]) => admits(action, audience))
    .map(([name]) => name)
    .toSorted();
}
