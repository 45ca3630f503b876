import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { plainText, wordsOf } from './src/features/help/markdown/blocks.ts';
import type { Block } from './src/features/help/markdown/blocks.ts';
import { readMarkdown } from './src/features/help/markdown/read-markdown.ts';

/** What lists show of a guide before anybody opens it. */
export interface Outline {
  title: string;
  /** Its first sentence. */
  intro: string;
}

/** A part of a guide as the search knows it: its heading and its words. `anchor` is empty for what stands before the first heading. */
export interface Section {
  anchor: string;
  heading: string;
  words: string;
}

/** How a Markdown file may be imported, by the query behind its name. */
const FORMS: Readonly<Record<string, (blocks: readonly Block[]) => unknown>> = {
  guide: (blocks) => blocks,
  outline: outlineOf,
  sections: sectionsOf,
};

/** The title of a guide and its first sentence. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const title = blocks.find((each) => each.kind === 'heading');
  const first = blocks.find((each) => each.kind === 'paragraph');
  const words = first ? plainText(first.text) : '';
  const sentence = /^.*?[.:!?](?=\s|$)/.exec(words)?.[0] ?? words;
  return { title: title ? plainText(title.text) : '', intro: sentence.replace(/:$/, '.') };
}

/** A guide cut at its headings. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const parts: { anchor: string; heading: string; blocks: Block[] }[] = [{ anchor: '', heading: '', blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading') parts.at(-1)?.blocks.push(block);
    else if (block.level > 1) parts.push({ anchor: block.id, heading: plainText(block.text), blocks: [] });
  }
  return parts
    .map(({ anchor, heading, blocks: own }) => ({ anchor, heading, words: wordsOf(own) }))
    .filter(({ heading, words }) => heading !== '' || words !== '');
}

/** Guides come into the client as data, read when it is built: `x.md?guide` (its blocks), `?outline` and `?sections`. */
export function guides(): Plugin {
  return {
    name: 'guides',
    load(id) {
      const [path = '', form = ''] = id.split('?');
      const make = path.endsWith('.md') ? FORMS[form] : undefined;
      if (!make) return null;
      this.addWatchFile(path);
      return { code: `export default ${JSON.stringify(make(readMarkdown(readFileSync(path, 'utf8'))))};`, moduleType: 'js' };
    },
  };
}
