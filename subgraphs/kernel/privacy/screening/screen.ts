import { applyPolicy, type Pseudonym } from '../../personal-data/apply-policy.ts';
import { detectPersonalData } from '../../personal-data/detect.ts';
import type { PersonalDataType } from '../../personal-data/finding.ts';
import { createPseudonyms } from '../../personal-data/pseudonym.ts';
import { withoutPersonalFields } from '../personal-fields.ts';
import type { PolicyAction } from '../privacy.entity.ts';
import { ErasedPersons } from './erased-persons.ts';
import type { ScreenTally, Screening } from './screening.ts';

/** A record's values by column. */
export type ScreenedRecord = Record<string, unknown>;

/** A record after screening; `BLOCKED` and `FORGOTTEN` do not come in. */
export type ScreenResult =
  | { verdict: 'PASSED' }
  | { verdict: 'CHANGED'; record: ScreenedRecord }
  | { verdict: 'BLOCKED'; column: string; type: PersonalDataType }
  | { verdict: 'FORGOTTEN' };

/** Types that a value of such a column is even when nothing in it says so: a name is any word. */
const BY_COLUMN: ReadonlySet<PersonalDataType> = new Set([
  'PERSON',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'TITLE',
  'NATIONALITY',
  'AGE',
  'DRIVER_LICENSE',
]);

/** Does with records what a screening says, one after the other. Synchronous: for worker threads. */
export class Screen {
  readonly #screening: Screening;
  readonly #actions: ReadonlyMap<PersonalDataType, PolicyAction>;
  readonly #strict: ReadonlySet<PersonalDataType>;
  readonly #pseudonym: Pseudonym;
  readonly #erased: ErasedPersons | null;
  readonly #tallies = new Map<string, ScreenTally>();

  constructor(screening: Screening) {
    this.#screening = screening;
    this.#actions = new Map(screening.actions);
    this.#strict = new Set(this.#actions.keys());
    this.#pseudonym = createPseudonyms(screening.secret);
    this.#erased = screening.erased.length === 0 ? null : new ErasedPersons(screening.erased, screening.secret, this.#pseudonym);
  }

  /** How often what was found. */
  get tallies(): ScreenTally[] {
    return [...this.#tallies.values()];
  }

  record(record: ScreenedRecord, key: string | null): ScreenResult {
    const known = this.#erased === null ? null : this.#withoutErased(record, key, this.#erased);
    if (known === 'FORGOTTEN') return { verdict: 'FORGOTTEN' };
    let changed = known;
    for (const { name, types } of this.#screening.columns) {
      const value = (changed ?? record)[name];
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const after = this.#value(name, types, value);
      if (after === value) continue;
      if (typeof after === 'object') return { verdict: 'BLOCKED', column: name, type: after.blocked };
      changed = { ...(changed ?? record), [name]: after };
    }
    return changed === null ? { verdict: 'PASSED' } : { verdict: 'CHANGED', record: changed };
  }

  /** A text that was set aside, unread, or a sample: without what may not come in. */
  text(text: string, column: string | null = null): string {
    const known = this.#erased?.text(text)?.text ?? text;
    const options = { column: column === null ? null : { name: column }, types: this.#strict };
    const { verdict, text: after } = applyPolicy(known, { actionOf: (type) => this.#actionOf(type) }, this.#pseudonym, options);
    return verdict === 'BLOCKED' ? '' : after;
  }

  #value(column: string, types: readonly PersonalDataType[], value: string | number): string | number | { blocked: PersonalDataType } {
    const text = String(value);
    for (const type of types) {
      // What stands in such a column is of the type whatever it looks like: a pseudonym too many does no harm, a record too few does.
      if (this.#actionOf(type) === 'REDACT') {
        this.#count(column, type, 'REDACT', BY_COLUMN.has(type) ? 0.7 : 0.9);
        return this.#pseudonym(type, text);
      }
      const confidence = BY_COLUMN.has(type) ? 0.7 : sureness(text, column, type);
      if (confidence === 0) continue;
      this.#count(column, type, 'BLOCK', confidence);
      return { blocked: type };
    }
    if (typeof value !== 'string') return value;
    const {
      verdict,
      text: after,
      findings,
    } = applyPolicy(text, { actionOf: (type) => this.#actionOf(type) }, this.#pseudonym, { column: { name: column }, types: this.#strict });
    for (const { type, confidence } of findings) if (!types.includes(type)) this.#count(column, type, this.#actionOf(type), confidence);
    if (verdict === 'PASSED') return value;
    return verdict === 'BLOCKED' ? { blocked: findings.find(({ type }) => this.#actionOf(type) === 'BLOCK')?.type ?? 'PERSON' } : after;
  }

  /** The record without the forgotten; null when there is nothing of them in it. */
  #withoutErased(record: ScreenedRecord, key: string | null, erased: ErasedPersons): ScreenedRecord | 'FORGOTTEN' | null {
    const byKey = key === null ? null : erased.key(this.#screening.names, key);
    let own = byKey !== null;
    if (byKey === true) return 'FORGOTTEN';
    let changed: ScreenedRecord | null = null;
    const spread = erased.spreadName(record);
    if (spread !== null) {
      if (spread.wholeRow) return 'FORGOTTEN';
      own = true;
      changed = { ...record };
      for (const field of spread.fields) changed[field] = erased.replacement('NAME', String(record[field]));
    }
    for (const [name, value] of Object.entries(changed ?? record)) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const hit = erased.text(String(value));
      if (hit === null || (typeof value === 'number' && !hit.whole)) continue;
      if (hit.whole && hit.wholeRow) return 'FORGOTTEN';
      own ||= hit.whole;
      changed = { ...(changed ?? record), [name]: typeof value === 'number' ? null : hit.text };
    }
    if (!own) return changed;
    return withoutPersonalFields(changed ?? record, this.#screening.personal, this.#pseudonym);
  }

  #actionOf(type: PersonalDataType): PolicyAction {
    return this.#actions.get(type) ?? 'ALLOW';
  }

  #count(column: string, type: PersonalDataType, action: PolicyAction, confidence: number): void {
    const name = `${column} ${type}`;
    const known = this.#tallies.get(name) ?? { column, type, action, count: 0, confidence: 0 };
    known.count++;
    known.confidence = Math.max(known.confidence, confidence);
    this.#tallies.set(name, known);
  }
}

/** How sure it is that a value of a column is of a type; 0 when it is not. */
function sureness(text: string, column: string, type: PersonalDataType): number {
  const found = detectPersonalData(text, { column: { name: column }, types: new Set([type]) });
  return Math.max(0, ...found.map(({ confidence }) => confidence));
}
