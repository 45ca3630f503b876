import { DESTINATIONS } from '../../app/navigation.ts';
import { SHORTCUTS } from '../../app/shortcuts.ts';
import type { Section } from '../../../guides.ts';
import { plainText } from './markdown/blocks.ts';
import { errorPath, loadErrors } from './errors.ts';
import { guideOf, guidePath, slugOf } from './guides.ts';
import type { Entry } from './search.ts';

const SECTIONS = {
  ...import.meta.glob<readonly Section[]>('../../../../docs/*.md', { query: '?sections', import: 'default', eager: true }),
  ...import.meta.glob<readonly Section[]>('../../../../docs/guides/*.md', { query: '?sections', import: 'default', eager: true }),
};

const GUIDES: readonly Entry[] = Object.entries(SECTIONS).flatMap(([path, sections]) => {
  const slug = slugOf(path);
  const guide = guideOf(slug);
  if (!guide) return [];
  return sections.map(({ anchor, heading, words }): Entry => ({
    kind: 'Guide',
    title: guide.title,
    heading,
    words,
    path: guidePath(slug, anchor),
  }));
});

const PAGES: readonly Entry[] = DESTINATIONS.map(({ label, code, hint, path }) => ({
  kind: 'Page',
  title: label,
  heading: code ?? '',
  words: hint,
  path,
}));

const KEYS: readonly Entry[] = SHORTCUTS.flatMap(({ title, keys }) =>
  keys.map(([pressed, does]): Entry => ({
    kind: 'Shortcut',
    title: does,
    heading: title,
    words: pressed.join(' '),
    path: '/help/shortcuts',
  })),
);

/** Everything that can be found in Help. Loaded when somebody begins to search. */
export async function loadIndex(): Promise<readonly Entry[]> {
  const errors = (await loadErrors()).map(({ code, area, says, todo }): Entry => ({
    kind: 'Error',
    title: code,
    heading: area,
    words: `${says} ${plainText(todo)}`,
    path: errorPath(code),
  }));
  return [...GUIDES, ...PAGES, ...KEYS, ...errors];
}
