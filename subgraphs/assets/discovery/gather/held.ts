import type { AssetFacts } from '../classify/asset.ts';
import { comparable } from '../identity/name.ts';
import type { Draft } from './draft.ts';
import type { Matched } from './evidence.ts';
import type { Waiting } from './gatherer.ts';

/** Planes that say that something runs, and what it is called and whose it is; the others only say something about it. Who is paid may be a dealer. */
export const FORMING: ReadonlySet<Matched['plane']> = new Set(['IDP', 'CMDB', 'CLOUD']);

/** A record that is about more assets than these says nothing of any one of them, beyond that it is there. */
export const MOST_SHARED = 100;

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
export function namesOf({ key, keyKind, names }: Pick<AssetFacts, 'key' | 'keyKind' | 'names'>): ReadonlySet<string> {
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

/** Records by a text of theirs; those without it are in no group. */
export function grouped(records: readonly Waiting[], textOf: (record: Waiting) => string): ReadonlyMap<string, readonly Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const waiting of records) {
    const text = textOf(waiting);
    if (text === '') continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [waiting]);
    else group.push(waiting);
  }
  return groups;
}
