import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** Puts the text between the two marks of that name in docs/performance.md. @throws Error when the marks are not there */
export function writeDocument(name: string, text: string): void {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const document = readFileSync(FILE, 'utf8');
  const [before, rest = ''] = document.split(begin);
  const [, after] = rest.split(end);
  if (before === undefined || after === undefined) throw new Error(`${FILE} has no ${begin} … ${end}`);
  writeFileSync(FILE, `${before}${begin}\n\n${text.trim()}\n\n${end}${after}`);
}
