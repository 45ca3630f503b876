import type { PersonalDataAction, PersonalDataSource, PersonalDataType, PolicyFieldsFragment } from '../../gql/graphql.ts';

/** Where a policy holds: a column of the matrix. */
export interface Scope {
  source: PersonalDataSource;
  connectionKind: string | null;
  connectionId: string | null;
  label: string;
}

interface SourceConnection {
  id: string;
  name: string;
  kind: string;
}

type Policy = Pick<PolicyFieldsFragment, 'source' | 'connectionKind' | 'type' | 'action'> & {
  connection?: { id: string; name: string } | null;
};

export const EVERYWHERE: Scope = { source: 'ANY', connectionKind: null, connectionId: null, label: 'Everywhere' };
const QUESTIONS: Scope = { source: 'QUESTIONS', connectionKind: null, connectionId: null, label: 'Questions' };
const AGENTS: Scope = { source: 'AGENT_INPUTS', connectionKind: null, connectionId: null, label: 'Agents' };
/** What holds until somebody says something else. */
const DEFAULT: PersonalDataAction = 'WARN';

export function scopeKey({ source, connectionKind, connectionId }: Omit<Scope, 'label'>): string {
  return [source, connectionKind ?? '', connectionId ?? ''].join(' ');
}

export function scopeOf(connection: Pick<SourceConnection, 'id' | 'name'>): Scope {
  return { source: 'CONNECTION', connectionKind: null, connectionId: connection.id, label: connection.name };
}

function keyOf({ source, connectionKind, connection }: Policy): string {
  return scopeKey({ source, connectionKind, connectionId: connection?.id ?? null });
}

/** The columns: the three places that are always there, whatever has a policy, and what was added. */
export function scopesOf(policies: readonly Policy[], added: readonly Scope[]): Scope[] {
  const found = policies.flatMap(({ source, connectionKind, connection }): Scope[] => {
    if (source === 'CONNECTIONS' && connectionKind) return [{ source, connectionKind, connectionId: null, label: `All ${connectionKind}` }];
    return connection ? [scopeOf(connection)] : [];
  });
  const all = [EVERYWHERE, QUESTIONS, AGENTS, ...found, ...added];
  return [...new Map(all.map((scope) => [scopeKey(scope), scope])).values()];
}

/** The policy that stands in a cell; null when there is none. `type` null: every kind that has none of its own. */
export function ownAction(policies: readonly Policy[], scope: Scope, type: PersonalDataType | null): PersonalDataAction | null {
  const key = scopeKey(scope);
  return policies.find((each) => keyOf(each) === key && each.type === type)?.action ?? null;
}

/** What happens at a place as the server decides it: the most specific place that says anything, and there the kind before "every kind". */
export function effectiveAction(
  policies: readonly Policy[],
  scope: Scope,
  type: PersonalDataType | null,
  connections: readonly SourceConnection[],
): PersonalDataAction {
  const kind = connections.find(({ id }) => id === scope.connectionId)?.kind ?? null;
  const levels: Scope[] = [scope];
  if (kind !== null) levels.push({ source: 'CONNECTIONS', connectionKind: kind, connectionId: null, label: '' });
  if (scope.source !== 'ANY') levels.push(EVERYWHERE);
  for (const level of levels) {
    const action = (type === null ? null : ownAction(policies, level, type)) ?? ownAction(policies, level, null);
    if (action !== null) return action;
  }
  return DEFAULT;
}
