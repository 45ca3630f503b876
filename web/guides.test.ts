import { expect, test } from 'vitest';
import { outlineOf, sectionsOf } from './guides.ts';
import { readMarkdown } from './src/features/help/markdown/read-markdown.ts';

const BLOCKS = readMarkdown('# The door\n\nOne way in. Two checks.\n\n## What it asks\n\n- a key\n- `a token`\n\n### Twice\n\nNever.\n');

test('a guide is listed with its title and first sentence', () => {
  expect(outlineOf(BLOCKS)).toEqual({ title: 'The door', intro: 'One way in.' });
});

test('a guide is searched part by part', () => {
  expect(sectionsOf(BLOCKS)).toEqual([
    { anchor: '', heading: '', words: 'One way in. Two checks.' },
    { anchor: 'what-it-asks', heading: 'What it asks', words: 'a key · a token' },
    { anchor: 'twice', heading: 'Twice', words: 'Never.' },
  ]);
});
