import { GraphQLError } from 'graphql';

/** What of an operation is fetched after the first part of its response: which parts are ready, and which fetches they wait for. */
export class Later {
  private readonly fetches = new Map<string, { done: Promise<void>; finish: () => void }>();
  private readonly ready = new Map<string, GraphQLError[]>();
  private running = 0;
  private wake: (() => void) | null = null;

  /** The fetch of this id has ended, well or not. */
  fetched(id: string): void {
    this.fetch(id).finish();
  }

  /** Carries out the work for a part once the fetches it depends on have ended, or everything before it has. */
  begin(
    label: string | null,
    after: readonly string[],
    before: Promise<void>,
    work: (errors: GraphQLError[]) => Promise<void> | undefined,
  ): void {
    const errors: GraphQLError[] = [];
    const fetched = Promise.all(after.map((id) => this.fetch(id).done));
    this.running++;
    const started = Promise.race([after.length === 0 ? before : fetched, before]);
    void started
      .then(() => work(errors))
      .catch((error: unknown) => void errors.push(errorOf(error)))
      .then(() => this.finish(label, errors));
  }

  private finish(label: string | null, errors: GraphQLError[]): void {
    this.running--;
    if (label !== null) this.ready.set(label, errors);
    this.wake?.();
  }

  /** Whether anything is still being fetched. */
  get pending(): boolean {
    return this.running > 0;
  }

  /** The errors of a part that is ready, each told once; null when it is not. */
  take(label: string): GraphQLError[] | null {
    const errors = this.ready.get(label);
    if (errors === undefined) return null;
    return errors.splice(0);
  }

  /** When another part may be ready. */
  async next(): Promise<void> {
    if (this.running === 0) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = null;
  }

  private fetch(id: string): { done: Promise<void>; finish: () => void } {
    let fetch = this.fetches.get(id);
    if (fetch === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.fetches.set(id, (fetch = { done: promise, finish: resolve }));
    }
    return fetch;
  }
}

/** Steps do not fail for what a subgraph did; whatever else went wrong is told with the part, for the door to mask. */
function errorOf(error: unknown): GraphQLError {
  return new GraphQLError(error instanceof Error ? error.message : String(error), error instanceof Error ? { originalError: error } : {});
}
