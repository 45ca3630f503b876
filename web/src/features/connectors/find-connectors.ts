import { categoryLook } from './categories.ts';

interface Found {
  label: string;
  description: string;
  category: string;
}

/** The connectors that a search finds: every word in the name, the group or the description; those whose name begins with it first. Pure. */
export function findConnectors<Connector extends Found>(
  connectors: readonly Connector[],
  find: string,
  group: string,
): readonly Connector[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const of = ({ label, description, category }: Connector) =>
    `${label} ${categoryLook(category).label} ${category} ${description}`.toLowerCase();
  const begins = ({ label }: Connector) => (words[0] !== undefined && label.toLowerCase().startsWith(words[0]) ? 0 : 1);
  return connectors
    .filter((each) => (group === '' || each.category === group) && words.every((word) => of(each).includes(word)))
    .toSorted((a, b) => begins(a) - begins(b) || a.label.localeCompare(b.label));
}
