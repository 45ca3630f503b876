import { comparable } from '../identity/name.ts';
import type { Draft } from './draft.ts';
import type { Matched } from './evidence.ts';

/** Which assets have records of a plane, by now. */
export class Held {
  readonly #drafts = new Map<Matched['plane'], Set<Draft>>();

  has(draft: Draft, plane: Matched['plane']): boolean {
    return this.#drafts.get(plane)?.has(draft) ?? false;
  }

  add(draft: Draft, plane: Matched['plane']): void {
    const drafts = this.#drafts.get(plane) ?? new Set();
    this.#drafts.set(plane, drafts.add(draft));
  }
}

/** The names an asset goes by: those it was called, and, when nobody called it anything, what its domain begins with. */
export function namesOf({ key, keyKind, names }: Draft): ReadonlySet<string> {
  if (keyKind === 'NAME') return new Set([key, ...names]);
  return names.size > 0 ? names : new Set([comparable(key.split('.')[0] ?? '')]);
}

/** Assets by each of their words. */
export function indexed(drafts: Iterable<Draft>, wordsOf: (draft: Draft) => Iterable<string>): ReadonlyMap<string, readonly Draft[]> {
  const index = new Map<string, Draft[]>();
  for (const draft of drafts)
    for (const word of wordsOf(draft)) {
      const there = index.get(word);
      if (there === undefined) index.set(word, [draft]);
      else there.push(draft);
    }
  index.delete('');
  return index;
}
