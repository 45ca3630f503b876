import { plainText } from './blocks.ts';
import type { Block, Inline } from './blocks.ts';
import { readInline } from './inline.ts';

const FENCE = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)\s*$/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)(.*)$/;
const RULED = /^\s*\|?[\s:|-]*-[\s:|-]*$/;
const COMMENT = /<!--[\s\S]*?-->/g;
const IMAGE = /^!\[([^\]]*)\]\((\S+?)\)$/;

/** The part of an address that leads to a heading: what people know from where they read Markdown elsewhere. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** The cells of a row of a table; a `|` within code or behind a backslash belongs to its cell. */
function cellsOf(line: string): Inline[][] {
  const cells = [''];
  let code = false;
  const row = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  for (let at = 0; at < row.length; at++) {
    const letter = row[at] ?? '';
    if (letter === '\\' && row[at + 1] === '|') {
      cells[cells.length - 1] += '|';
      at += 1;
    } else if (letter === '|' && !code) cells.push('');
    else {
      if (letter === '`') code = !code;
      cells[cells.length - 1] += letter;
    }
  }
  return cells.map((cell) => readInline(cell.trim()));
}

/** A list's lines from `at` on, as the blocks of each of its items. */
function readList(lines: readonly string[], at: number): { block: Block; next: number } {
  const [, indent = '', mark = ''] = ITEM.exec(lines[at] ?? '') ?? [];
  const ordered = /\d/.test(mark);
  const items: string[][] = [];
  let inner = 0;
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const item = ITEM.exec(line);
    const deep = line.length - line.trimStart().length;
    if (item && deep === indent.length && /\d/.test(item[2] ?? '') === ordered) {
      inner = indent.length + (item[2] ?? '').length + (item[3] ?? '').length;
      items.push([item[4] ?? '']);
    } else if (line.trim() === '') {
      const after = lines.slice(next).find((each) => each.trim() !== '') ?? '';
      const goesOn = after.length - after.trimStart().length >= inner || (ITEM.exec(after)?.[1] ?? 'none') === indent;
      if (!goesOn) break;
      items.at(-1)?.push('');
    } else if (deep > indent.length || !/^(#|\||```|>)/.test(line)) items.at(-1)?.push(line.slice(Math.min(deep, inner)));
    else break;
  }
  return { block: { kind: 'list', ordered, items: items.map(readBlocks) }, next };
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const line = (at: number) => lines[at] ?? '';
  const startsBlock = (at: number) =>
    line(at).trim() === '' ||
    FENCE.test(line(at)) ||
    HEADING.test(line(at)) ||
    ITEM.test(line(at)) ||
    line(at).startsWith('>') ||
    isTable(at);
  const isTable = (at: number) => line(at).includes('|') && RULED.test(line(at + 1)) && line(at + 1).includes('|');
  for (let at = 0; at < lines.length;) {
    const fence = FENCE.exec(line(at));
    const heading = HEADING.exec(line(at));
    if (line(at).trim() === '') at += 1;
    else if (fence) {
      const [, indent = '', mark = '', language = ''] = fence;
      const end = lines.findIndex((each, place) => place > at && each.trim().startsWith(mark));
      const stop = end === -1 ? lines.length : end;
      const body = lines.slice(at + 1, stop).map((each) => (each.startsWith(indent) ? each.slice(indent.length) : each.trimStart()));
      blocks.push({ kind: 'code', language, code: body.join('\n') });
      at = stop + 1;
    } else if (heading) {
      const text = readInline(heading[2] ?? '');
      blocks.push({ kind: 'heading', level: (heading[1] ?? '#').length, id: anchorOf(plainText(text)), text });
      at += 1;
    } else if (isTable(at)) {
      const head = cellsOf(line(at));
      at += 2;
      const rows: Inline[][][] = [];
      for (; line(at).includes('|'); at++) rows.push(cellsOf(line(at)));
      blocks.push({ kind: 'table', head, rows });
    } else if (ITEM.test(line(at))) {
      const { block, next } = readList(lines, at);
      blocks.push(block);
      at = next;
    } else if (line(at).startsWith('>')) {
      const from = at;
      while (line(at).startsWith('>')) at += 1;
      blocks.push({ kind: 'quote', blocks: readBlocks(lines.slice(from, at).map((each) => each.replace(/^> ?/, ''))) });
    } else {
      const from = at;
      do at += 1;
      while (at < lines.length && !startsBlock(at));
      const text = lines.slice(from, at).map((each) => each.trim()).join(' '); // prettier-ignore
      const image = IMAGE.exec(text);
      blocks.push(image ? { kind: 'image', label: image[1] ?? '', href: image[2] ?? '' } : { kind: 'paragraph', text: readInline(text) });
    }
  }
  return blocks;
}

/** Reads the Markdown that our guides are written in: headings, paragraphs, lists, tables, code, quotes and pictures. */
export function readMarkdown(source: string): Block[] {
  return readBlocks(source.replaceAll('\r\n', '\n').replaceAll(COMMENT, '').split('\n'));
}
