import type { Outline } from '../../../guides.ts';
import type { Block } from './markdown/blocks.ts';

/** The errors have pages of their own. */
const APART = new Set(['errors']);

const OUTLINES = {
  ...import.meta.glob<Outline>('../../../../docs/*.md', { query: '?outline', import: 'default', eager: true }),
  ...import.meta.glob<Outline>('../../../../docs/guides/*.md', { query: '?outline', import: 'default', eager: true }),
};
const LOADERS = {
  ...import.meta.glob<readonly Block[]>('../../../../docs/*.md', { query: '?guide', import: 'default' }),
  ...import.meta.glob<readonly Block[]>('../../../../docs/guides/*.md', { query: '?guide', import: 'default' }),
};

/** The short name of a guide's file, which is its address too. */
export function slugOf(path: string): string {
  return /([\w-]+)\.md$/.exec(path)?.[1] ?? path;
}

export interface Guide extends Outline {
  slug: string;
}

export interface GuideGroup {
  title: string;
  guides: readonly Guide[];
}

/** What belongs together, in the order in which somebody comes to need it. What is named nowhere here stands at the end. */
const GROUPS: readonly (readonly [title: string, slugs: string])[] = [
  ['Ask and see', 'asking the-client dashboards metrics analysis demo-company glossary'],
  ['Discover', 'discovery'],
  ['Connect', 'files connecting-postgres connecting-mongodb vendors webhooks syncs drift-and-repair mesh flow fabric-planes connectors'],
  ['Unify', 'mapping transforms ontology resolution golden-records data-quality lineage'],
  ['Act', 'pilots workflows governing-agents approvals agent-budgets-and-schedules mcp farm'],
  [
    'People and trust',
    'identity authorization data-access api-keys personal-data privacy journal tenant-lifecycle settings notifications limits',
  ],
  ['Build on it', 'the-door command-line query-plans change-feed gateway partner-subgraphs permissions'],
  ['Run it', 'architecture scaling observability performance testing bench-ask'],
];

const GUIDES: ReadonlyMap<string, Guide> = new Map(
  Object.entries(OUTLINES)
    .map(([path, outline]) => ({ slug: slugOf(path), ...outline }))
    .filter(({ slug }) => !APART.has(slug))
    .map((guide) => [guide.slug, guide]),
);

/** Every guide in its group. */
export const GUIDE_GROUPS: readonly GuideGroup[] = (() => {
  const named = GROUPS.map(([title, slugs]) => ({ title, guides: slugs.split(' ').flatMap((slug) => GUIDES.get(slug) ?? []) }));
  const known = new Set(named.flatMap(({ guides }) => guides.map(({ slug }) => slug)));
  const others = [...GUIDES.values()].filter(({ slug }) => !known.has(slug));
  return [...named, { title: 'More', guides: others }].filter(({ guides }) => guides.length > 0);
})();

/** One guide as it is listed; null when there is none of that name. */
export function guideOf(slug: string): Guide | null {
  return GUIDES.get(slug) ?? null;
}

/** Loads what a guide says; null when there is none of that name. */
export async function loadGuide(slug: string): Promise<readonly Block[] | null> {
  const path = Object.keys(LOADERS).find((each) => slugOf(each) === slug);
  return path === undefined ? null : ((await LOADERS[path]?.()) ?? null);
}

/** The address of a guide, or of one part of it. */
export function guidePath(slug: string, anchor = ''): string {
  return `/help/guides/${slug}${anchor === '' ? '' : `#${anchor}`}`;
}

/** Where a link of a guide leads on this site; null for files of the repository that have no page here. */
export function addressIn(href: string): string | null {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path = '', anchor = ''] = href.split('#');
  const slug = slugOf(path);
  if (slug === 'errors') return '/help/errors';
  return path.endsWith('.md') && GUIDES.has(slug) ? guidePath(slug, anchor) : null;
}
