import type { VendorReply, VendorRequest } from '../http/reply.ts';

/** Parameters by which the next page is asked for. */
const PAGE_PARAMETERS = ['starting_after', 'after', 'cursor', 'next_page', 'page[after]', 'page_token', 'pageToken', 'nextPageToken', 'start_cursor']; // prettier-ignore
const MAX_PAGES = 64;

interface Page {
  list: string;
  text: string;
  reply: VendorReply;
}

/** The pages given lately, to give the one before once more. Only for lists whose next page is asked for by something that stands in the page. */
export class PageMemory {
  readonly #pages: Page[] = [];

  see(request: VendorRequest, reply: VendorReply): void {
    this.#pages.push({ list: listOf(request), text: JSON.stringify(reply.body), reply });
    if (this.#pages.length > MAX_PAGES) this.#pages.shift();
  }

  /** The page that led to this request; null where there is none. */
  before(request: VendorRequest): VendorReply | null {
    const cursor = PAGE_PARAMETERS.map((name) => request.query.get(name)).find((value) => value !== null && value !== '');
    if (cursor === undefined || cursor === null) return null;
    const list = listOf(request);
    // The last one is the reply to this very request.
    const earlier = this.#pages.slice(0, -1).toReversed();
    return earlier.find((page) => page.list === list && page.text.includes(JSON.stringify(cursor)))?.reply ?? null;
  }
}

const listOf = ({ method, path, body }: VendorRequest): string => `${method} ${path} ${body}`;
