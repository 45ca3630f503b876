import type { AssetFacts } from '../classify/asset.ts';
import { addDetails } from '../details/add-details.ts';
import { type AssetDetails, noDetails } from '../details/asset-details.ts';
import { comparableName } from '../identity/name.ts';
import { type Draft, nameDraft, newDraft, restoredDraft, seeDraft } from './draft.ts';
import type { Evidence, Matched, Observation } from './evidence.ts';
import { type HostProblem, type Key, type KeyPolicy, Keys } from './keys.ts';
import { matchAll } from './match.ts';

/** Why a record is kept out of the graph. */
export type Refusal = 'NO_IDENTITY' | 'FUTURE_TIME' | HostProblem;

/** A record that waits to be matched; of records that are alike the latest one, with what the others say besides. */
export interface KeptRecord {
  record: Matched;
  more: AssetDetails | null;
}

/** A kept record with what it is matched by. */
export interface Waiting extends KeptRecord {
  key: Key | null;
  name: string;
  vendor: string;
}

/** Planes whose records a vendor alone is enough for. */
const BY_VENDOR: ReadonlySet<Matched['plane']> = new Set(['CMDB', 'FINANCE']);

/**
 * Brings the evidence of all planes together, asset by asset. Observations are folded as they come, so that memory grows with assets and not with
 * observations; so are log-ins and context that are alike. The other records wait for the end, because what they belong to may be seen later. The order
 * of records changes nothing.
 */
export class Gatherer {
  readonly #drafts = new Map<string, Draft>();
  readonly #waiting: Waiting[] = [];
  readonly #alike = new Map<string, Waiting>();
  readonly #keys: Keys;
  readonly #latest: number;

  /** @param latest milliseconds since 1970: what says to have happened later is refused */
  constructor(policy: KeyPolicy, latest: number) {
    this.#keys = new Keys(policy);
    this.#latest = latest;
  }

  /** Takes one record in. @returns why it is kept out, or null */
  take(record: Evidence): Refusal | null {
    return record.plane === 'DISCOVERY' ? this.#observe(record) : this.#keep(record, null);
  }

  /** What the observations say so far, without the records of other planes: with `records` all that a later scan needs to go on. */
  observed(): AssetFacts[] {
    return inOrder(this.#drafts);
  }

  /** The records that wait to be matched. */
  records(): KeptRecord[] {
    return this.#waiting.map(({ record, more }) => ({ record, more }));
  }

  /** Goes on from what an earlier scan had, in place of taking in its records once more. */
  restore({ observed, records }: { observed: readonly AssetFacts[]; records: readonly KeptRecord[] }): void {
    for (const facts of observed) this.#drafts.set(facts.key, restoredDraft(facts));
    for (const { record, more } of records) this.#keep(record, more);
  }

  /** What is known of every asset, in the order of their keys. Nothing can be taken in afterwards. */
  facts(): AssetFacts[] {
    matchAll(this.#drafts, this.#waiting, { draft: (key) => this.#draft(key), ofName: (name) => this.#keys.ofName(name) });
    this.#waiting.length = 0;
    this.#alike.clear();
    return inOrder(this.#drafts);
  }

  #observe(observation: Observation): Refusal | null {
    const { record, host, name, vendor, source, at } = observation;
    if (at !== null && at > this.#latest) return 'FUTURE_TIME';
    const called = comparableName(name);
    const identified = this.#keys.of(host, name, called);
    if (identified.kind === 'REFUSED') return identified.problem;
    if (identified.kind === 'NONE') return 'NO_IDENTITY';
    const draft = this.#draft(identified.key);
    nameDraft(draft, called, comparableName(vendor));
    seeDraft(draft, source, at, record);
    addDetails(draft.details, observation);
    return null;
  }

  #keep(record: Matched, more: AssetDetails | null): Refusal | null {
    if ((happened(record) ?? -Infinity) > this.#latest) return 'FUTURE_TIME';
    const [name, vendor] = [comparableName(record.name), comparableName(record.vendor)];
    const identified = this.#keys.of(record.host, record.name, name);
    if (identified.kind === 'REFUSED') return identified.problem;
    if (identified.kind === 'NONE' && !(vendor !== '' && BY_VENDOR.has(record.plane))) return 'NO_IDENTITY';
    const key = identified.kind === 'KEY' ? identified.key : null;
    const alike = likeness(record, key, name, vendor);
    const known = alike === null ? undefined : this.#alike.get(alike);
    if (known !== undefined) fold(known, record);
    else {
      const waiting: Waiting = { record, more, key, name, vendor };
      this.#waiting.push(waiting);
      if (alike !== null) this.#alike.set(alike, waiting);
    }
    return null;
  }

  #draft({ key, keyKind }: Key): Draft {
    const known = this.#drafts.get(key);
    if (known === undefined) {
      const made = newDraft(key, keyKind);
      this.#drafts.set(key, made);
      return made;
    }
    // What somebody saw as a host is one, whatever else is called the same.
    if (keyKind === 'UNLISTED' && known.keyKind === 'NAME') known.keyKind = keyKind;
    return known;
  }
}

const inOrder = (drafts: ReadonlyMap<string, Draft>): Draft[] =>
  [...drafts.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));

/** When what a record tells happened; null where it tells of no event. Milliseconds since 1970. */
function happened(record: Matched): number | null {
  if (record.plane === 'IDP') return record.lastLoginAt;
  if (record.plane === 'FINANCE') return record.at ?? record.details?.payment?.at ?? null;
  return record.plane === 'CONTEXT' ? (record.details?.at ?? null) : null;
}

/** What records of logs have in common that say the same of the same asset; null where each record counts by itself. */
function likeness(record: Matched, key: Key | null, name: string, vendor: string): string | null {
  if (record.plane === 'IDP') return ['IDP', key?.key, record.name, vendor, record.hasSso].join('\n');
  return record.plane === 'CONTEXT' ? ['CONTEXT', key?.key, key?.keyKind === 'DOMAIN' ? '' : name].join('\n') : null;
}

function fold(known: Waiting, record: Matched): void {
  const [kept, other] = isLatest(known.record, record) ? [known.record, record] : [record, known.record];
  known.record = kept;
  known.more ??= noDetails();
  addDetails(known.more, other);
}

/** Of two at the same time the first by id, so that their order changes nothing. */
function isLatest(one: Matched, other: Matched): boolean {
  const later = (happened(one) ?? -Infinity) - (happened(other) ?? -Infinity);
  return Number.isNaN(later) || later === 0 ? (one.record ?? '') <= (other.record ?? '') : later > 0;
}
