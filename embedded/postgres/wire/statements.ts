import { HARMLESS } from '../sql/inspection.ts';
import type { Inspection } from '../sql/inspection.ts';

interface KnownStatement {
  readonly backendName: string;
  readonly inspection: Inspection;
}

/** PostgreSQL has no limit of its own; a client that makes more than this leaks them. */
export const MAX_STATEMENTS_PER_CLIENT = 10_000;

/**
 * One client's prepared statements under names of the gateway's own (`c7_12`), since all clients share one backend.
 * Short generated names rather than a prefix: PostgreSQL cuts names at 63 bytes.
 * Portals need no renaming: they live in one transaction, and during it the backend belongs to one client.
 */
export class Statements {
  readonly #clientId: number;
  readonly #known = new Map<string, KnownStatement>();
  #made = 0;

  constructor(clientId: number) {
    this.#clientId = clientId;
  }

  get size(): number {
    return this.#known.size;
  }

  /** Names a statement about to be parsed and remembers what its text does. The unnamed statement keeps its empty name. */
  define(name: string, inspection: Inspection): string {
    const backendName = name === '' ? '' : (this.#known.get(name)?.backendName ?? `c${this.#clientId}_${(this.#made += 1)}`);
    this.#known.set(name, { backendName, inspection });
    return backendName;
  }

  /** The backend's name; for a statement never defined, one that does not exist there. */
  nameOf(name: string): string {
    return name === '' ? '' : (this.#known.get(name)?.backendName ?? `c${this.#clientId}_unknown`);
  }

  inspectionOf(name: string): Inspection {
    return this.#known.get(name)?.inspection ?? HARMLESS;
  }

  /** Forgets a statement the client closes; gives the backend's name. */
  close(name: string): string {
    const backendName = this.nameOf(name);
    this.#known.delete(name);
    return backendName;
  }

  /** The backend's names still open, to be closed when the client leaves. */
  backendNames(): string[] {
    return [...this.#known.values()].map((statement) => statement.backendName).filter((name) => name !== '');
  }
}
