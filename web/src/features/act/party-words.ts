/** Who answers for something: a person, everybody of a role, or an agent. */
export interface Party {
  kind: string;
  role: string | null;
  user: { id: string; displayName: string } | null;
  agent: { id: string; name: string } | null;
}

const WORDS: Readonly<Record<string, string>> = {
  OWNER: 'owners',
  ADMIN: 'administrators',
  OPERATOR: 'operators',
  ANALYST: 'analysts',
  VIEWER: 'viewers',
  AGENT: 'agents',
};

/** Everybody of a role, in words: "operators". Pure. */
export function roleWords(role: string): string {
  return WORDS[role] ?? role.toLowerCase();
}

/** A party in words: "Ada Lovelace", "operators". Pure. */
export function partyWords({ user, role, agent }: Party): string {
  return user?.displayName ?? agent?.name ?? (role === null ? 'somebody who left' : roleWords(role));
}
