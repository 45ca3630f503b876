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
        if (reply?.status === 200 && !/token|oauth/iu.test(request.path)) this.#answered.push({ atMs: Date.now(), page: about });
        return reply;
      },
    };
  }

  /** How many pages that were given since `fromMs` were asked for again after a process was killed at one of these moments, at most after one. */
  mostAskedAgain(fromMs: number, kills: readonly number[]): number {
    const landing = this.#answered.filter(({ atMs }) => atMs >= fromMs);
    const after = (kill: number, index: number): number => {
      const known = new Set(landing.filter(({ atMs }) => atMs < kill).map(({ page }) => page));
      const next = kills[index + 1] ?? Infinity;
      return new Set(landing.filter(({ atMs, page }) => atMs >= kill && atMs < next && known.has(page)).map(({ page }) => page)).size;
    };
    return Math.max(0, ...kills.map((kill, index) => (kill < fromMs ? 0 : after(kill, index))));
  }

  forget(): void {
    this.#answered.length = 0;
  }
}
