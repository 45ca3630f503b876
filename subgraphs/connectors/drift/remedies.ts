import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import { MISFIT } from '../files/typing/normalise.ts';
import { applyRule, textOf, valueOf } from '../repairs/apply-rule.ts';
import type { StoredChange } from '../repairs/repair.entity.ts';
import { type ReadingRule, sameRule } from '../repairs/rules.ts';
import type { FieldChange } from './detection/types.ts';
import { renamedValues } from './renamed-values.ts';
import { agreementOf, gapsOf, type Pair } from './pairs.ts';
import type { Sample } from './sample.ts';

/** What can be done about one change. */
export interface Remedy {
  /** Records would not be what they were if it passed as it is. */
  breaks: boolean;
  /** It is about which field, not about what it holds. */
  structural: boolean;
  rules: ReadingRule[];
  changes: StoredChange[];
  confidence: number;
}

/** What is known beside the change itself. */
export interface Known {
  /** Stable types by column. */
  typeOf: (column: string) => ColumnType;
  sample: Sample | null;
  /** Fields that a column which went could be read from, the likeliest first. */
  candidatesOf: (column: string) => string[];
}

/** A share of records that differ is what changed at the source meanwhile. */
const SURE_AGREEMENT = 0.9;
/** Without the same records to compare, a type that all values fit is as sure as this. */
const FITS_ALL = 0.93;
const MIN_FIT = 0.5;
/** What no record could be compared for is for a person to decide. */
const UNSEEN = 0.85;
const MIN_SAMPLE = 5;

const passes: Remedy = { breaks: false, structural: false, rules: [], changes: [], confidence: 1 };

/** Finds out what would have a column read as before. What the values of the same records speak against is never proposed as sure. */
export function remedyOf(change: FieldChange, known: Known): Remedy {
  const [was] = change.before;
  const [is] = change.after;
  if (was === undefined) return passes;
  const type = known.typeOf(was.path);
  switch (change.kind) {
    case 'RENAMED':
    case 'MOVED':
      return is === undefined ? passes : checked(change, [sameRule(was.path, type, is.path)], known, `read from ${is.path}`);
    case 'SPLIT': {
      const from = change.after.map(({ path }) => path);
      const rule: ReadingRule = {
        ...sameRule(was.path, type, ''),
        from,
        how: 'JOIN',
        separator: separatorOf(change, known.sample?.pairs ?? []),
      };
      return checked(change, [rule], known, `put together from ${from.join(' and ')}`);
    }
    case 'MERGED': {
      if (is === undefined) return passes;
      const separator = separatorOf(change, known.sample?.pairs ?? []);
      const rules = change.before.map(({ path }, index): ReadingRule => ({
        ...sameRule(path, known.typeOf(path), is.path), how: 'PART', separator, part: { index, of: change.before.length },
      })); // prettier-ignore
      return separator === '' ? unresolved(change, known) : checked(change, rules, known, `a part of ${is.path}`);
    }
    case 'REMOVED':
      return unresolved(change, known);
    case 'RETYPED':
      return retyped(change, known, type);
    case 'UNIT_CHANGED':
      return change.factor === undefined
        ? { ...unresolved(change, known), structural: false }
        : {
            ...checked(
              change,
              [{ ...sameRule(was.path, type, is?.path ?? was.path), scale: 1 / change.factor }],
              known,
              `divided by ${change.factor}`,
            ),
            structural: false,
          };
    case 'ENUM_CHANGED': {
      const values = renamedValues(was.path, is?.path ?? was.path, known.sample?.pairs ?? []);
      // A single other word may be what happened, not what it is called.
      if (values === null || values.confidence < SURE_AGREEMENT) return passes;
      const said = `${values.pairs.length} ${values.pairs.length === 1 ? 'value is' : 'values are'} read by the name it had`;
      const rule = { ...sameRule(was.path, type, is?.path ?? was.path), values: values.pairs };
      const named = values.pairs.map(({ from, to }) => `${from} is what was ${to}`).join(', ');
      const confident = { ...change, confidence: values.confidence, evidence: [...change.evidence, named] };
      return { ...checked(confident, [rule], known, said), structural: false };
    }
    case 'FORMAT_CHANGED': {
      const agreement = agreementOf(
        known.sample?.pairs ?? [],
        (pair) => pair.before[was.path],
        (pair) => valueOf(pair.after, is?.path ?? was.path),
      );
      return agreement === null || agreement >= 0.5 ? passes : { ...unresolved(change, known), structural: false };
    }
    default:
      return passes;
  }
}

/** The rules with what the same records say of them: they decide, whatever else speaks for a rule. */
function checked(change: FieldChange, rules: ReadingRule[], known: Known, how: string): Remedy {
  const pairs = known.sample?.pairs ?? [];
  const changes: StoredChange[] = [];
  for (const rule of rules) {
    const agreement = agreementOf(
      pairs,
      (pair) => pair.before[rule.column],
      (pair) => read(rule, pair),
    );
    const sure =
      agreement === null
        ? Math.min(change.confidence, UNSEEN)
        : agreement >= SURE_AGREEMENT
          ? Math.max(change.confidence, agreement)
          : Math.min(change.confidence, agreement);
    const evidence =
      agreement === null ? [] : [`read so, ${Math.round(agreement * 100)} % of ${pairs.length} compared records are as they were`];
    changes.push({
      column: rule.column,
      kind: change.kind,
      from: rule.from,
      how,
      confidence: sure,
      evidence: [...change.evidence, ...evidence],
      candidates: [],
    });
  }
  return { breaks: true, structural: true, rules, changes, confidence: Math.min(...changes.map((one) => one.confidence)) };
}

const read = (rule: ReadingRule, { after }: Pair): unknown => {
  const value = applyRule(rule, after);
  return value === MISFIT ? `${MISFIT.description}` : value;
};

/** Nobody knows what takes its place: a person has to say. */
function unresolved(change: FieldChange, known: Known): Remedy {
  const changes = change.before.map(({ path }): StoredChange => ({
    column: path, kind: change.kind, from: [], how: 'nobody knows what takes its place', confidence: 0, evidence: [...change.evidence], candidates: known.candidatesOf(path),
  })); // prettier-ignore
  return { breaks: true, structural: true, rules: [], changes, confidence: 0 };
}

const NUMBERS: readonly string[] = ['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT'];

function retyped(change: FieldChange, known: Known, type: ColumnType): Remedy {
  const [was] = change.before;
  const [is] = change.after;
  if (was === undefined || is === undefined) return passes;
  const rule = sameRule(was.path, type, is.path);
  const values = (known.sample?.after ?? [])
    .map((record) => valueOf(record, is.path))
    .filter((value) => value !== null && value !== undefined && value !== '');
  const fits = values.filter((value) => applyRule(rule, { [is.path]: value }) !== MISFIT).length / Math.max(1, values.length);
  // Whole numbers that have become others still are numbers: whatever goes by them takes both.
  if (values.length > 0 && fits < 1 && NUMBERS.includes(was.type) && NUMBERS.includes(is.type)) return passes;
  // Where nothing is filled in, nothing says that the values are others.
  const empty = known.sample !== null && values.length === 0;
  if (!empty && (values.length < MIN_SAMPLE || fits < MIN_FIT)) return { ...unresolved(change, known), structural: false };
  const confidence = fits === 1 || empty ? FITS_ALL : fits * FITS_ALL;
  const remedy = checked({ ...change, confidence }, [rule], known, `read as ${type.toLowerCase()}`);
  const pairs = known.sample?.pairs.length ?? 0;
  const compared = pairs >= MIN_SAMPLE ? Math.min(remedy.confidence, fits === 1 ? 1 : confidence) : confidence;
  // Values that were there and no longer are went with something else than the type.
  const lost = known.sample?.pairs.some(({ before }) => before[was.path] !== null && before[was.path] !== undefined) === true;
  const own = empty ? (lost ? 0 : confidence) : compared;
  return { ...remedy, structural: false, confidence: own, changes: remedy.changes.map((one) => ({ ...one, confidence: own })) };
}

/** What mostly stands between the parts. */
function separatorOf({ kind, before, after }: FieldChange, pairs: readonly Pair[]): string {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const whole = kind === 'SPLIT' ? pair.before[before[0]?.path ?? ''] : valueOf(pair.after, after[0]?.path ?? '');
    const parts = kind === 'SPLIT' ? after.map(({ path }) => valueOf(pair.after, path)) : before.map(({ path }) => pair.before[path]);
    const gaps = whole === null || whole === undefined ? null : gapsOf(textOf(whole), parts);
    for (const gap of gaps ?? []) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? ' ';
}
