const WORDS: Readonly<Record<string, string>> = {
  agent: 'the agent itself: it is stopped, or does not have this tool',
  limits: 'what is forbidden this agent',
  autonomy: 'the autonomy you give to all agents',
  'always-confirm': 'the list of what a person always confirms',
  capability: 'what agents of this maturity may touch',
  maturity: 'how far this agent is trusted',
  unknown: 'care: nobody has ruled on it',
  failure: 'care: the rules could not be read',
};

/** Which rule decided, in words; the id of the policy where it was one. Pure. */
export function ruleWords(rule: string): { words: string; policy: string | null } {
  const [kind = '', id] = rule.split(':');
  if (kind === 'policy' && id !== undefined) return { words: 'one of your policies', policy: id };
  return { words: WORDS[rule] ?? rule, policy: null };
}
