import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../../../web/src/app/app.tsx', import.meta.url));
const LAZY = /const (\w+) = \w+\(\(\) =>\s*import\('([^']+)'\)/g;
const STATIC = /import (?:(\w+)|\{([^}]+)\}) from '(\.[^']+\.tsx)';/g;
const ROUTE = /<Route\s+(?:key=\{[^}]*\}\s+)?(?:(index)|path="([^"]*)"|path=\{`\$\{place\.path\}\/\*`\})\s+element=\{<(\w+)/g;
const PLACE = /path: '([^']+)'[\s\S]*?import\('([^']+)'\)/g;

interface Found {
  path: string;
  /** The file of what is shown there; null where it is not a page of a file of its own. */
  file: string | null;
}

/** The routes that one file declares itself. */
function routesOf(file: string): Found[] {
  const text = readFileSync(file, 'utf8');
  const files = new Map<string, string>();
  for (const [, name = '', path = ''] of text.matchAll(LAZY)) files.set(name, resolve(dirname(file), path));
  for (const [, single, several, path = ''] of text.matchAll(STATIC))
    for (const name of (single ?? several ?? '').split(',')) files.set(name.trim(), resolve(dirname(file), path));
  return [...text.matchAll(ROUTE)].flatMap(([, index, path, name = '']) => {
    if (index === undefined && path === undefined) return placesBeside(file);
    return [{ path: index === undefined ? (path ?? '') : '', file: files.get(name) ?? null }];
  });
}

/** Pages that are declared as a list (`places.ts`) instead of one by one. */
function placesBeside(file: string): Found[] {
  const text = readFileSync(join(dirname(file), 'places.ts'), 'utf8');
  return [...text.matchAll(PLACE)].map(([, path = '', page = '']) => ({ path: `${path}/*`, file: resolve(dirname(file), page) }));
}

function below(base: string, file: string): string[] {
  return routesOf(file).flatMap(({ path, file: page }) => {
    const [own = '', rest] = path.split(/(?=\*$)/);
    const here = `${base}${path === '' ? '' : '/'}${own.replace(/\/$/, '')}` || '/';
    if (rest === undefined) return [here];
    // The place’s own routes, where it has some; a `*` by itself is what is shown for addresses that do not exist.
    const inner = page !== null && own !== '' ? below(here, page) : [];
    return inner.length > 0 ? inner : [own === '' ? `${base}/*` : here];
  });
}

/** Every address of the client as its routes name it (`/runs/:id`), read from the sources: a new route cannot be forgotten. */
export function clientRoutes(): string[] {
  return [...new Set(below('', APP).map((route) => route.replaceAll('//', '/')))].toSorted();
}
