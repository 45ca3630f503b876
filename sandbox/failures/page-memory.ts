import { listNames } from '../http/records.ts';
import type { VendorReply, VendorRequest } from '../http/reply.ts';

/** Parameters by which the next page is asked for. */
const PAGE_PARAMETERS = ['starting_after', 'after', 'cursor', 'next_page', 'page[after]', 'page_token', 'pageToken', 'nextPageToken', 'start_cursor']; // prettier-ignore
const MAX_PAGES = 64;

interface Page {
  list: string;
  /** What it was asked by. */
  cursor: string | null;
  text: string;
  reply: VendorReply;
}

/** The pages given lately, to give the one before once more. Only for lists whose next page is asked for by something that stands in the page. */
export class PageMemory {
  readonly #pages: Page[] = [];

  see(request: VendorRequest, reply: VendorReply): void {
    if (listNames(reply.body).length === 0) return;
    this.#pages.push({ list: listOf(request), cursor: cursorOf(request), text: JSON.stringify(reply.body), reply });
    if (this.#pages.length > MAX_PAGES) this.#pages.shift();
  }

  /** The page that led to this request; null where there is none. */
  before(request: VendorRequest): VendorReply | null {
    const cursor = cursorOf(request);
    if (cursor === null) return null;
    const list = listOf(request);
    const led = (page: Page): boolean => page.list === list && page.cursor !== cursor && page.text.includes(JSON.stringify(cursor));
    return this.#pages.findLast(led)?.reply ?? null;
  }
}

const listOf = ({ method, path, body }: VendorRequest): string => `${method} ${path} ${body}`;

const cursorOf = ({ query }: VendorRequest): string | null =>
  PAGE_PARAMETERS.map((name) => query.get(name)).find((value) => value !== null && value !== '') ?? null;
