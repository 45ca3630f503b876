import { type Random, randomOf } from '../company/random.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, tokenOf } from '../http/reply.ts';
import { FAILURES, type Failure, type FailurePlan, noFailures } from './failure.ts';
import { PageMemory } from './page-memory.ts';
import { endless, ended, shuffled } from './spoiled-page.ts';

/** A vendor that fails as it is told to. */
export interface FailingVendor extends SandboxVendor {
  use(plan: FailurePlan): void;
  /** How often each failure took effect. */
  readonly failed: Readonly<Partial<Record<Failure, number>>>;
}

/** Failures that leave the caller without the page. */
const STOPPING = new Set<Failure>(['TOO_MANY', 'SERVER_ERROR', 'HUNG_UP', 'CUT', 'EXPIRED_TOKEN']);

/** Puts failures over a vendor's replies, by chance from a seed. Its token endpoint fails in ways that can be tried again only. */
export function failingVendor(vendor: SandboxVendor): FailingVendor {
  const pages = new PageMemory();
  const failed: Partial<Record<Failure, number>> = {};
  let plan = noFailures;
  let random: Random = randomOf('');
  let inARow = 0;
  /** Tokens that the vendor gave out, and those of them that opened something already: only these run out. */
  const issued = new Set<string>();
  const used = new Set<string>();
  const expired = new Set<string>();
  let queue: Failure[] = [];

  const chosen = (): Failure[] => {
    const [next] = queue.splice(0, 1);
    if (next !== undefined) return [next];
    // Each failure has its own number, so that another rate of one does not move the others.
    const drawn = FAILURES.map((failure) => [failure, random.next()] as const);
    const due = drawn.flatMap(([failure, number]) => (number < (plan.rates[failure] ?? 0) ? [failure] : []));
    return inARow >= plan.inARow ? due.filter((failure) => !STOPPING.has(failure)) : due;
  };

  const count = (failure: Failure, reply: VendorReply): VendorReply => {
    failed[failure] = (failed[failure] ?? 0) + 1;
    return reply;
  };

  const stopped = (failure: Failure, request: VendorRequest): VendorReply | null => {
    const isToken = vendor.tokenPath !== undefined && request.path === vendor.tokenPath;
    if (failure === 'TOO_MANY') return vendor.tooMany(plan.retryAfter);
    if (failure === 'SERVER_ERROR') return { status: random.chance(0.5) ? 500 : 503, body: { error: 'internal server error' } };
    if (failure === 'HUNG_UP') return { status: 200, body: null, broken: 'HUNG_UP' };
    const token = tokenOf(request);
    if (failure !== 'EXPIRED_TOKEN' || isToken || token === null || !used.has(token)) return null;
    expired.add(token);
    return refusedAsExpired(request);
  };

  const refusedAsExpired = (request: VendorRequest): VendorReply | null =>
    vendor.refuse({ ...request, headers: { ...request.headers, authorization: 'Bearer expired' } });

  const answered = (request: VendorRequest): VendorReply | null => {
    const refused = vendor.refuse(request);
    if (refused !== null) return refused;
    if (expired.has(tokenOf(request) ?? '')) return refusedAsExpired(request);
    const reply = vendor.handle(request);
    if (reply !== null && request.path === vendor.tokenPath) note(reply);
    else if (issued.has(tokenOf(request) ?? '')) used.add(tokenOf(request) ?? '');
    return reply;
  };

  const note = ({ body }: VendorReply): void => {
    const token: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'access_token') : null;
    if (typeof token !== 'string') return;
    issued.add(token);
    // A vendor that has one token only gives it out again: it counts as another one.
    expired.delete(token);
    used.delete(token);
  };

  return {
    ...vendor,
    failed,
    use(next) {
      plan = next;
      random = randomOf(`${next.seed} ${vendor.name}`);
      queue = [...next.next];
      inARow = 0;
    },
    // Who is refused is told in `handle`, after what may come before it.
    refuse: () => null,
    handle(request) {
      const due = chosen();
      for (const failure of due) {
        const reply = STOPPING.has(failure) ? stopped(failure, request) : null;
        if (reply === null) continue;
        inARow += 1;
        return count(failure, reply);
      }
      let reply = answered(request);
      if (reply === null || reply.status !== 200) return reply;
      pages.see(request, reply);
      for (const failure of due) {
        const before = failure === 'DUPLICATE_PAGE' ? pages.before(request) : null;
        const spoiled = before ?? spoil(failure, reply, random);
        if (spoiled !== null) reply = count(failure, spoiled);
      }
      inARow = due.includes('CUT') ? inARow + 1 : 0;
      return due.includes('CUT') ? count('CUT', { ...reply, broken: 'CUT' }) : reply;
    },
  };
}

function spoil(failure: Failure, reply: VendorReply, random: Random): VendorReply | null {
  if (failure === 'OUT_OF_ORDER') return shuffled(reply, random);
  if (failure === 'LYING_END') return ended(reply);
  return failure === 'LYING_MORE' ? endless(reply) : null;
}
