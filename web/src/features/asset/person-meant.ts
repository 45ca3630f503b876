interface Person {
  value: string;
  label: string;
  hint?: string;
}

/** The person that a record means by a name or e-mail address, whatever its case; null where none, or more than one, could be meant. Pure. */
export function personMeant(people: readonly Person[], who: string): Person | null {
  const written = who.trim().toLowerCase();
  const meant = people.filter(
    ({ value, label, hint }) => value !== '' && (hint?.toLowerCase() === written || label.toLowerCase() === written),
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
