import type { SandboxVendor } from '../../sandbox/http/reply.ts';

/** A request that a vendor answered with data. */
interface Answered {
  atMs: number;
  /** What was asked for: the same text, the same page. */
  page: string;
}

/** Counts what is asked for on the wire. */
export class Wire {
  readonly #answered: Answered[] = [];

  /** The vendor, with every page it gives noted. */
  watch(vendor: SandboxVendor): SandboxVendor {
    return {
      ...vendor,
      handle: (request) => {
        const reply = vendor.handle(request);
        const about = `${vendor.name} ${request.method} ${request.path}?${request.query.toString()} ${request.body}`;
        // Log-ins, and questions for one record to see how things stand, are no pages.
        const isPage =
          !/token|oauth/iu.test(request.path) &&
          request.query.get('limit') !== '1' &&
          request.query.get('q')?.endsWith(' LIMIT 1') !== true;
        if (reply?.status === 200 && isPage) this.#answered.push({ atMs: Date.now(), page: about });
        return reply;
      },
    };
  }

  /** The pages that were given since `fromMs` and were asked for again after a process was killed at one of these moments; of the kill with most of them. */
  askedAgain(fromMs: number, kills: readonly number[]): string[] {
    const landing = this.#answered.filter(({ atMs }) => atMs >= fromMs);
    const after = (kill: number, index: number): string[] => {
      const known = new Set(landing.filter(({ atMs }) => atMs < kill).map(({ page }) => page));
      const next = kills[index + 1] ?? Infinity;
      return [...new Set(landing.filter(({ atMs, page }) => atMs >= kill && atMs < next && known.has(page)).map(({ page }) => page))];
    };
    const all = kills.map((kill, index) => (kill < fromMs ? [] : after(kill, index)));
    return all.toSorted((one, other) => other.length - one.length)[0] ?? [];
  }

  forget(): void {
    this.#answered.length = 0;
  }
}
