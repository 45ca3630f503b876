import type { Authorization } from '../authorization/authorization.ts';
import type { Engine } from '../engine/engine.ts';
import type { Supergraph } from '../engine/supergraph.ts';
import type { Source } from '../sources/source.ts';

interface GenerationParts {
  supergraph: Supergraph;
  engine: Engine;
  authorization: Authorization;
  sources: ReadonlyMap<string, Source>;
}

/** A supergraph and what was made of it. Requests that begin on a generation end on it; it is let go when the last one has. */
export class Generation {
  readonly supergraph: Supergraph;
  readonly engine: Engine;
  readonly authorization: Authorization;
  private readonly sources: ReadonlyMap<string, Source>;
  private holders = 0;
  private released: (() => void) | null = null;

  constructor(made: GenerationParts) {
    this.supergraph = made.supergraph;
    this.engine = made.engine;
    this.authorization = made.authorization;
    this.sources = made.sources;
  }

  hold(): void {
    this.holders++;
  }

  release(): void {
    this.holders--;
    if (this.holders === 0) this.released?.();
  }

  /** Lets go of its connections once nobody holds it any more; to be called once, when nothing new begins on it. */
  async close(): Promise<void> {
    if (this.holders > 0) {
      await new Promise<void>((resolve) => {
        this.released = resolve;
      });
    }
    await Promise.all([this.engine.close(), ...[...this.sources.values()].map((source) => source.close())]);
  }
}
