import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUILT = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const STATIC = join(BUILT, 'static');

/** What a module needs before it runs, and what it loads when it is needed. */
const NEEDED = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^;"'()]*?from)?\s*["']\.\/([\w.-]+\.js)["']/g;
const LATER = /import\(\s*[`"']\.\/([\w.-]+\.js)[`"']\s*\)/g;
/** What is a page, or a place of several: everything else that comes later belongs to an action of the person. */
const PAGE = /\.(?:page|place)-[\w-]+\.js$/;

/** Whether the client is built; the budgets are of what was built. */
export function clientIsBuilt(): boolean {
  return existsSync(join(BUILT, 'index.html'));
}

const sizes = new Map<string, number>();
const texts = new Map<string, string>();

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(STATIC, file), 'utf8');
  texts.set(file, text);
  return text;
}

/** Bytes of a file as it travels, compressed. */
function compressed(file: string): number {
  const size = sizes.get(file) ?? gzipSync(textOf(file), { level: 9 }).length;
  sizes.set(file, size);
  return size;
}

const matches = (pattern: RegExp, file: string): string[] => [...textOf(file).matchAll(pattern)].map(([, name = '']) => name);

/** A file with everything that it needs before it runs. */
function closure(files: readonly string[]): Set<string> {
  const all = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    waiting.push(...matches(NEEDED, file));
  }
  return all;
}

/** In kilobytes of 1 000 bytes. */
const kilobytes = (files: Iterable<string>): number => Math.round([...files].reduce((sum, file) => sum + compressed(file), 0) / 100) / 10;

export interface RouteSize {
  /** The page, after the places on the way to it. */
  route: string;
  kb: number;
}

export interface BuiltClient {
  /** JavaScript of the first load, compressed, in kilobytes. */
  initialJsKb: number;
  /** What each page adds to it, the biggest first. */
  routes: readonly RouteSize[];
}

/** Measures the built client from its files alone: the same files give the same figures on every machine. */
export function measureBuiltClient(): BuiltClient {
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const entries = [...html.matchAll(/(?:src|href)="\/static\/([\w.-]+\.js)"/g)].map(([, name = '']) => name);
  const initial = closure(entries);
  const routes = new Map<string, number>();
  const walk = (from: Iterable<string>, loaded: ReadonlySet<string>, names: readonly string[]): void => {
    const pages = new Set([...from].flatMap((file) => matches(LATER, file)).filter((file) => PAGE.test(file)));
    for (const page of pages) {
      const name = basename(page).replace(/-[\w-]{8}\.js$/, '');
      const own = new Set([...closure([page])].filter((file) => !initial.has(file) && !loaded.has(file)));
      const all = new Set([...loaded, ...own]);
      const route = [...names, name].join(' › ');
      routes.set(route, kilobytes(all));
      walk(own, all, [...names, name]);
    }
  };
  walk(initial, new Set(), []);
  const sorted = [...routes].map(([route, kb]) => ({ route, kb })).toSorted((one, other) => other.kb - one.kb);
  return { initialJsKb: kilobytes(initial), routes: sorted };
}

/** How many files the client has, so that a build that was read wrongly is noticed. */
export function builtFiles(): number {
  return readdirSync(STATIC).filter((file) => file.endsWith('.js')).length;
}
