import type { PersonalDataPlace, Settle } from './place.ts';
import type { RetentionKind } from './retention-kind.ts';

/** What a subgraph says about the personal data it keeps. */
export interface PrivacyPart {
  places?: readonly PersonalDataPlace[];
  retention?: readonly RetentionKind[];
  /** Brings up to date what it derives from rows that an erasure changed. */
  settle?: Settle;
}

/** Several parts as one. */
export function joinPrivacy(parts: readonly PrivacyPart[]): PrivacyPart {
  return {
    places: parts.flatMap(({ places = [] }) => places),
    retention: parts.flatMap(({ retention = [] }) => retention),
    async settle(touched, signal) {
      for (const { settle } of parts) await settle?.(touched, signal);
    },
  };
}

/**
 * What all subgraphs of a process said about the personal data they keep: where to look for somebody, and what to delete when its time is over.
 * Whoever looks knows none of them.
 */
export class PrivacyRegistry {
  readonly #parts: PrivacyPart[] = [];

  add(part: PrivacyPart | undefined): void {
    if (part !== undefined) this.#parts.push(part);
  }

  get places(): readonly PersonalDataPlace[] {
    return this.#parts.flatMap(({ places = [] }) => places);
  }

  get retention(): readonly RetentionKind[] {
    return this.#parts.flatMap(({ retention = [] }) => retention);
  }

  get settlers(): readonly Settle[] {
    return this.#parts.flatMap(({ settle }) => (settle === undefined ? [] : [settle]));
  }
}
