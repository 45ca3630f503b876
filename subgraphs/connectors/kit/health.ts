/** Whose source was asked. */
export interface SourceOwner {
  tenantId: string;
  /** Null while it is being tried. */
  connectionId: string | null;
  /** The plane it is reached through; null: directly. */
  planeId: string | null;
}

/** What became of one request, and how the way to a source is. Free of secrets. */
export type HealthEvent =
  | { kind: 'ANSWERED'; status: number; milliseconds: number }
  /** It was told to wait: 429, or a limit header that was nearly used up. */
  | { kind: 'LIMITED'; waitMilliseconds: number; remaining: number | null; limit: number | null }
  | { kind: 'FAILED'; code: string; why: string }
  | { kind: 'BREAKER'; state: 'OPEN' | 'PROBING' | 'CLOSED' }
  | { kind: 'AUTHORISED'; renewed: boolean };

/** Follows what happens on the way to sources; must return at once and not throw. */
export type VendorHealth = (owner: SourceOwner, event: HealthEvent, at: Date) => void;

/** Those who follow. */
export class HealthObservers {
  readonly #observers = new Set<VendorHealth>();

  /** @returns what ends it */
  add(observer: VendorHealth): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }

  tell(owner: SourceOwner | null, event: HealthEvent): void {
    if (owner === null) return;
    for (const observer of this.#observers) observer(owner, event, new Date());
  }
}
