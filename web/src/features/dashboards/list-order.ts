import type { DashboardSummaryFragment } from '../../gql/graphql.ts';

export const SORTS = [
  { value: 'saved', label: 'Last saved' },
  { value: 'name', label: 'Name' },
  { value: 'size', label: 'Widgets' },
] as const;
export type Sort = (typeof SORTS)[number]['value'];

type Listed = Pick<DashboardSummaryFragment, 'title' | 'sentence' | 'persona' | 'createdBy' | 'updatedAt'> & {
  readonly widgets: readonly { readonly title: string }[];
};

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word is in its name, its sentence, its persona or its widgets. */
function matches({ title, sentence, persona, widgets }: Listed, words: readonly string[]): boolean {
  const text = folded([title, sentence, persona ?? '', ...widgets.map((each) => each.title)].join('\n'));
  return words.every((word) => text.includes(word));
}

/** The dashboards that somebody looks for, in the order they want. Pure. */
export function listed<Dashboard extends Listed>(
  dashboards: readonly Dashboard[],
  { search, sort, mine }: { search: string; sort: string; mine: string | null },
): Dashboard[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const found = dashboards.filter((each) => (mine === null || each.createdBy?.id === mine) && matches(each, words));
  const bySaved = (a: Dashboard, b: Dashboard) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? '');
  switch (sort) {
    case 'name':
      return found.toSorted((a, b) => a.title.localeCompare(b.title) || bySaved(a, b));
    case 'size':
      return found.toSorted((a, b) => b.widgets.length - a.widgets.length || bySaved(a, b));
    default:
      return found.toSorted(bySaved);
  }
}
