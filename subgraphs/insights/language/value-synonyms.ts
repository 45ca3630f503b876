/** Everyday words for the states that records are in; the words of a group stand for one another. */
const GROUPS: readonly (readonly string[])[] = [
  ['unused', 'idle', 'dormant', 'inactive', 'abandoned', 'disused'],
  ['in use', 'actively used'],
  ['shadow it', 'rogue', 'unsanctioned', 'unapproved', 'unmanaged', 'unauthorised', 'unauthorized'],
  ['production', 'prod'],
  ['development', 'dev'],
  ['staging', 'preproduction', 'pre production'],
];

/** What people say for the values of a column of states, with the value meant; nothing that is itself a value of the column. */
export function statesOf(values: readonly string[]): [string, string][] {
  const there = new Map(values.map((value) => [value.toLowerCase(), value]));
  return GROUPS.flatMap((group) => {
    const [value, other] = group.flatMap((word) => there.get(word) ?? []);
    // Of two that are told apart, nobody can say which another word means.
    if (value === undefined || other !== undefined) return [];
    return group.filter((word) => word !== value.toLowerCase()).map((word): [string, string] => [word, value]);
  });
}
