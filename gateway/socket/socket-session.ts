import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import type { AccessWatch, ChangedAccess } from '../door/access-watch.ts';
import type { Admitted } from '../door/admission.ts';
import type { LiveSubscription } from './live-subscription.ts';

/** Who is at the other end of a socket, and what it follows. */
export class SocketSession {
  readonly subscriptions = new Set<LiveSubscription>();
  /** What it is counted under: its tenant, or where it comes from when it has none. */
  readonly capKey: string;
  /** How a refusal names whom it is counted with. */
  readonly capName: string;
  private readonly admitted: Admitted;
  private readonly deps: { access: AccessWatch; clock: () => Date };

  /** @param address where the socket comes from */
  constructor(admitted: Admitted, address: string, deps: { access: AccessWatch; clock: () => Date }) {
    const { viewer } = admitted.context;
    this.capKey = viewer.kind === 'user' ? `tenant ${viewer.tenantId}` : `address ${address}`;
    this.capName = viewer.kind === 'user' ? 'A tenant' : 'An address';
    this.admitted = admitted;
    this.deps = deps;
  }

  /** Milliseconds until the session ends; null when it does not. */
  get remainingMs(): number | null {
    const { endsAt } = this.admitted;
    return endsAt === null ? null : Math.max(0, endsAt.getTime() - this.deps.clock().getTime());
  }

  /** As it was admitted, whatever has become of its rights. */
  get admittedAs(): GatewayContext {
    return this.admitted.context;
  }

  /** Whether these rights are its own, or those of whoever made its key. */
  isOf({ tenantId, userId }: ChangedAccess): boolean {
    const { viewer, proof } = this.admitted.context;
    if (viewer.kind !== 'user' || viewer.tenantId !== tenantId) return false;
    return userId === null || viewer.userId === userId || proof?.maker?.userId === userId;
  }

  /** Why nothing may be told any more; null while it may. */
  refusal(): DomainError | null {
    const current = this.current();
    return current instanceof DomainError ? current : null;
  }

  /** The context with the rights of this moment. @throws DomainError when the session has ended */
  rights(): GatewayContext {
    const current = this.current();
    if (current instanceof DomainError) throw current;
    return current;
  }

  /** The context of one more operation. @throws DomainError when the session has ended */
  context(subscription: GatewayContext['subscription']): GatewayContext {
    return { ...this.rights(), subscription };
  }

  /** Asked for every event. */
  private current(): GatewayContext | DomainError {
    if (this.remainingMs === 0) return commonErrors.UNAUTHENTICATED({});
    return this.deps.access.current(this.admitted.context);
  }
}
