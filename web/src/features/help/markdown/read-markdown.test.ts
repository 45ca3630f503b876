import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, wordsOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { readInline } from './inline.ts';
import { anchorOf, readMarkdown } from './read-markdown.ts';

const DOCS = fileURLToPath(new URL('../../../../../docs/', import.meta.url));
const FILES = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

test('running text keeps code, links, strong and emphasised words', () => {
  expect(readInline('Run `a|b` **now**, _see_ [the `x` guide](x.md#y).')).toEqual([
    'Run ',
    { kind: 'code', code: 'a|b' },
    ' ',
    { kind: 'strong', text: ['now'] },
    ', ',
    { kind: 'emphasis', text: ['see'] },
    ' ',
    { kind: 'link', href: 'x.md#y', text: ['the ', { kind: 'code', code: 'x' }, ' guide'] },
    '.',
  ]);
});

test('names with underscores and marks that begin nothing stay as they are', () => {
  expect(readInline('NOT_ENGLISH, 3 * 4 * 5, a_b_c and [no link]')).toEqual(['NOT_ENGLISH, 3 * 4 * 5, a_b_c and [no link]']);
});

test('a link that would run a script is only its text', () => {
  for (const href of ['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', 'vbscript:x'])
    expect(readInline(`[here](${href})`)).toEqual(['here']);
});

test('lists hold lists, code and several paragraphs', () => {
  const [list] = readMarkdown('1. one\n\n   ```sh\n   run it\n   ```\n2. two\n   - inner\n   goes on\n\nafter');
  expect(list).toMatchObject({ kind: 'list', ordered: true });
  const items = list?.kind === 'list' ? list.items : [];
  expect(items.map((item) => item.map(({ kind }) => kind))).toEqual([
    ['paragraph', 'code'],
    ['paragraph', 'list'],
  ]);
});

test('a table keeps bars within code and behind backslashes', () => {
  const [table] = readMarkdown('| a | b |\n|-|-:|\n| `x|y` | 1 \\| 2 |');
  expect(table?.kind === 'table' ? table.rows[0]?.map(plainText) : []).toEqual(['x|y', '1 | 2']);
});

test.for(FILES)('%s is read without leaving marks behind', (name) => {
  const walk = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return block.text.filter((each) => typeof each === 'string');
      return block.kind === 'list' ? block.items.flatMap(walk) : [];
    });
  const left = walk(readMarkdown(readFileSync(`${DOCS}${name}`, 'utf8'))).filter((text) => /\*\*|\]\(|^#{1,6} |```/.test(text));
  expect(left).toEqual([]);
});

test('any text is read, and no letter of a paragraph is lost', () => {
  fc.assert(fc.property(fc.string(), (text) => wordsOf(readMarkdown(text)).length <= text.length * 4 + 4));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'B', ' ', '9', 'é', ',', '.')).map((letters) => letters.join('')),
      (text) => {
        expect(plainText(readInline(text))).toBe(text);
      },
    ),
  );
});

test('anchors are those people know from elsewhere', () => {
  expect(anchorOf('How to read `x`, and why')).toBe('how-to-read-x-and-why');
});
