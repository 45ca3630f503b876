import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import type { AccessWatch } from '../door/access-watch.ts';
import type { LiveSubscription } from './live-subscription.ts';

/** Who is at the other end of a socket, and what it follows. */
export class SocketSession {
  readonly subscriptions = new Set<LiveSubscription>();
  private readonly admitted: GatewayContext;
  private readonly expiresAt: Date | null;
  private readonly deps: { access: AccessWatch; clock: () => Date };

  /** @param expiresAt null: nobody is logged in, so nothing ends */
  constructor(admitted: GatewayContext, expiresAt: Date | null, deps: { access: AccessWatch; clock: () => Date }) {
    this.admitted = admitted;
    this.expiresAt = expiresAt;
    this.deps = deps;
  }

  /** Id of the tenant; null when nobody is logged in. */
  get tenantId(): string | null {
    const { viewer } = this.admitted;
    return viewer.kind === 'user' ? viewer.tenantId : null;
  }

  /** Milliseconds until the session ends; null when it does not. */
  get remainingMs(): number | null {
    return this.expiresAt === null ? null : Math.max(0, this.expiresAt.getTime() - this.deps.clock().getTime());
  }

  is({ tenantId, userId }: { tenantId: string; userId: string }): boolean {
    const { viewer } = this.admitted;
    return viewer.kind === 'user' && viewer.userId === userId && viewer.tenantId === tenantId;
  }

  /** Why nothing may be told any more; null while it may. */
  refusal(): DomainError | null {
    const { viewer } = this.admitted;
    if (viewer.kind === 'anonymous') return null;
    if (this.remainingMs === 0) return commonErrors.UNAUTHENTICATED({});
    return this.deps.access.current(this.admitted) === null
      ? commonErrors.FORBIDDEN({ action: 'anything in this workspace any more' })
      : null;
  }

  /** The context of one more operation. @throws DomainError when the session has ended */
  context(subscription: GatewayContext['subscription']): GatewayContext {
    const refusal = this.refusal();
    if (refusal !== null) throw refusal;
    return { ...(this.deps.access.current(this.admitted) ?? this.admitted), subscription };
  }
}
