/** A page somebody was on: its address in the client, and what it was called. */
export interface RecentPage {
  path: string;
  title: string;
}

const MOST = 12;
const CHANGED = 'autonomos:recent-pages';
const key = (tenantId: string) => `autonomos.recent.${tenantId}`;

/** Pages that show one thing; lists and settings are a click away anyway. */
const THINGS = /^\/(?:ask\?|dashboards\/(?!new)[^/?]|connections\/(?!new|catalogue|mesh|flow|drift|quarantine|planes)[^/?]|ontology\/(?!mappings|resolution$|lineage|views$|edit|quality)[^/?]|business-metrics\/(?!new-metric|watched-metrics|what-if|verified-answers)[^/?]|runs\/[^/?]|agents\/(?:fleet|workflows|budgets|farm)\/(?!new)[^/?]|help\/guides\/)/; // prettier-ignore

/** Whether a page is worth coming back to by name. Pure. */
export function isThing(path: string): boolean {
  return THINGS.test(path);
}

/** The newest first, each address once, bounded. Pure. */
export function remembered(pages: readonly RecentPage[], page: RecentPage): readonly RecentPage[] {
  return [page, ...pages.filter(({ path }) => path !== page.path)].slice(0, MOST);
}

/** The pages as they are written down; whatever else stands there is none. Pure. */
export function parsePages(text: string): readonly RecentPage[] {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return [];
    return found
      .filter((each) => typeof each?.path === 'string' && each.path.startsWith('/') && typeof each.title === 'string')
      .slice(0, MOST);
  } catch {
    return [];
  }
}

/** What this browser remembers of a tenant's pages, as text (the same until it changes). */
export function readPages(tenantId: string): string {
  try {
    return localStorage.getItem(key(tenantId)) ?? '[]';
  } catch {
    return '[]';
  }
}

export function rememberPage(tenantId: string, page: RecentPage): void {
  try {
    localStorage.setItem(key(tenantId), JSON.stringify(remembered(parsePages(readPages(tenantId)), page)));
  } catch {
    // Without storage nothing is remembered.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function watchPages(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}
