import type { AssetFacts } from '../classify/asset.ts';
import { addDetails } from '../details/add-details.ts';
import { comparable } from '../identity/name.ts';
import { type Draft, nameDraft, newDraft, seeDraft } from './draft.ts';
import type { Evidence, Matched, Observation } from './evidence.ts';
import { type Key, Keys } from './keys.ts';
import { attach, matched } from './match.ts';

/** Why a record is kept out of the graph. */
export type Refusal = 'NO_IDENTITY' | 'FUTURE_TIME';

/** Evidence with what it is matched by. */
export interface Waiting {
  record: Matched;
  key: Key | null;
  name: string;
  vendor: string;
  /** Whether it makes an asset of its own when it belongs to none. */
  forms: boolean;
}

/** Planes that say that something runs; the others only say something about it. */
const FORMING: ReadonlySet<Matched['plane']> = new Set(['IDP', 'CMDB', 'CLOUD']);

/**
 * Brings the evidence of all planes together, asset by asset. Observations are folded as they come, so that memory grows with assets, not with
 * observations; the other records wait for the end, because what they belong to may be seen later. The order of records changes nothing.
 */
export class Gatherer {
  readonly #drafts = new Map<string, Draft>();
  readonly #waiting: Waiting[] = [];
  readonly #keys: Keys;
  readonly #asOf: number;

  /** @param asOf milliseconds since 1970: what says to be later is refused */
  constructor(aliases: Readonly<Record<string, string>>, asOf: number) {
    this.#keys = new Keys(aliases);
    this.#asOf = asOf;
  }

  /** Takes one record in. @returns why it is kept out, or null */
  take(record: Evidence): Refusal | null {
    if (record.plane === 'DISCOVERY') return this.#observe(record);
    if (record.plane === 'IDP' && (record.lastLoginAt ?? 0) > this.#asOf) return 'FUTURE_TIME';
    const [key, name, vendor] = [this.#keys.ofHost(record.host), comparable(record.name ?? ''), comparable(record.vendor ?? '')];
    if (key === null && name === '' && vendor === '') return 'NO_IDENTITY';
    this.#waiting.push({ record, key, name, vendor, forms: FORMING.has(record.plane) });
    return null;
  }

  /** What is known of every asset, in the order of their keys. Nothing can be taken in afterwards. */
  facts(): AssetFacts[] {
    // What has been observed first, then what stands under a domain, then what only has a name: the order in which records came changes nothing.
    const unseen = matched(this.#drafts, this.#waiting);
    for (const waiting of unseen) if (waiting.forms && waiting.key !== null) this.#form(waiting, waiting.key);
    const rest = unseen.filter(({ forms, key }) => !forms || key === null);
    for (const waiting of matched(this.#drafts, rest)) {
      const key = this.#keys.ofName(waiting.name);
      if (waiting.forms && key !== null) this.#form(waiting, key);
    }
    this.#waiting.length = 0;
    return [...this.#drafts.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  }

  #observe(observation: Observation): Refusal | null {
    const { record, host, name, vendor, source, at } = observation;
    if (at !== null && at > this.#asOf) return 'FUTURE_TIME';
    const called = comparable(name ?? '');
    const key = this.#keys.ofHost(host) ?? this.#keys.ofHost(looksLikeHost(name)) ?? this.#keys.ofName(called);
    if (key === null) return 'NO_IDENTITY';
    const draft = this.#draft(key);
    nameDraft(draft, called, comparable(vendor ?? ''));
    seeDraft(draft, source, at, record);
    addDetails(draft.details, observation);
    return null;
  }

  #form({ record, name, vendor }: Waiting, key: Key): void {
    const draft = this.#draft(key);
    nameDraft(draft, name, vendor);
    attach(draft, record);
  }

  #draft(key: Key): Draft {
    const known = this.#drafts.get(key.key);
    if (known !== undefined) return known;
    const made = newDraft(key.key, key.keyKind);
    this.#drafts.set(key.key, made);
    return made;
  }
}

/** Sensors that know no better put the host where the name goes. */
function looksLikeHost(name: string | null): string | null {
  return name !== null && /^[^\s]+\.[^\s]+$/.test(name.trim()) ? name : null;
}
