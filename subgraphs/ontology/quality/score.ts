import type { ControlTotalRow, DataTestRow } from './quality.entity.ts';

/** What one failing test costs at most: enough to be seen, never all. */
const MOST = { CRITICAL: 0.4, WARNING: 0.15 } as const;
/** A failing test costs at least this part of the most, however few records fail it. */
const LEAST_PART = 0.2;
const MAX_REASONS = 20;

/** What tests and totals of one entity type come to. */
export interface QualityFacts {
  /** 1: nothing is wrong. */
  readonly score: number;
  readonly failing: number;
  /** Without any value of a record: everybody may be told. */
  readonly reasons: readonly string[];
}

/** Works out how good the records of an entity type are, 0…1, and why. */
export function qualityOf(
  tests: readonly DataTestRow[],
  totals: readonly ControlTotalRow[],
  nameOf: (key: string) => string,
): QualityFacts {
  const failing = tests.filter(({ enabled, status }) => enabled && status === 'FAILING');
  const uneven = totals.filter(({ differences }) => differences.length > 0);
  const ofTests = failing.reduce((score, { severity, failing: faults, checked }) => {
    const share = Math.min(1, faults / Math.max(1, checked));
    return score * (1 - MOST[severity] * (LEAST_PART + (1 - LEAST_PART) * share));
  }, 1);
  const score = uneven.reduce((left, total) => left * (1 - Math.min(0.3, lostShare(total))), ofTests);
  const reasons = [
    ...failing.map((test) => reasonOf(test, nameOf)),
    ...uneven.flatMap(({ objectName, differences }) => differences.map((text) => `${objectName}: ${text}`)),
  ];
  return { score: Math.round(score * 1_000) / 1_000, failing: failing.length + uneven.length, reasons: reasons.slice(0, MAX_REASONS) };
}

/** How much of an object is not where it should be: of its records, or of the values of one of its columns. */
function lostShare({ landedRecords, unifiedRecords, columns }: ControlTotalRow): number {
  const all = Math.max(1, landedRecords);
  return Math.max(0.01, Math.abs(landedRecords - unifiedRecords) / all, ...columns.map(({ setAside }) => setAside / all));
}

/** What a failing test found, in a sentence. */
export function reasonOf(
  { kind, attribute, failing, checked }: Pick<DataTestRow, 'kind' | 'attribute' | 'failing' | 'checked'>,
  nameOf: (key: string) => string,
): string {
  const of = `${failing.toLocaleString('en-US')} of ${checked.toLocaleString('en-US')} records`;
  const name = `“${nameOf(attribute ?? '')}”`;
  switch (kind) {
    case 'UNIQUE':
      return `${name} should be unique; ${of} repeat a value`;
    case 'REQUIRED':
      return `${name} should be there; ${of} have none`;
    case 'REFERENTIAL':
      return `${name} should lead to a record; of ${checked.toLocaleString('en-US')} records that name one, ${failing.toLocaleString('en-US')} lead nowhere`;
    case 'RANGE':
      return `${name} is out of its range in ${of}`;
    case 'FRESHNESS':
      return `the newest ${name} is older than it should be`;
    case 'VOLUME':
      return `there are ${failing.toLocaleString('en-US')} records too few or too many`;
  }
}
