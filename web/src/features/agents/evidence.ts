/** What stands behind a request for approval, as people read it. */
export type Fact =
  | { kind: 'value'; label: string; value: string }
  | { kind: 'list'; label: string; items: readonly string[] }
  | { kind: 'table'; label: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** Where what is asked for can be looked at. */
export interface EvidencePlace {
  to: string;
  label: string;
}

type Evidence = Readonly<Record<string, unknown>>;

/** As much as this is shown of a list; more is counted. */
const MOST_ROWS = 50;
const LONGEST_TEXT = 400;
/** Beyond this digits say nothing any more. */
const LARGEST = 1e15;
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
/** Names of values that are a part of one whole. */
const PART = /confidence|share|coverage|ratio/i;

/** `lowestConfidence` → "Lowest confidence". */
export function labelOf(key: string): string {
  const words = key
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number' && Math.abs(value) > LARGEST) return String(value);
  if (typeof value === 'number') return PART.test(key) && value >= 0 && value <= 1 ? PERCENT.format(value) : NUMBER.format(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

function isRecord(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function factOf(key: string, value: unknown): Fact {
  const label = labelOf(key);
  if (!Array.isArray(value)) return { kind: 'value', label, value: textOf(key, value) };
  const left = value.length - MOST_ROWS;
  const shown: readonly unknown[] = value.slice(0, MOST_ROWS);
  if (shown.length > 0 && shown.every(isRecord)) {
    const keys = [...new Set(shown.flatMap((row) => Object.keys(row)))].filter((each) => !isId(each));
    return { kind: 'table', label, columns: keys.map(labelOf), rows: shown.map((row) => keys.map((each) => textOf(each, row[each]))) };
  }
  return { kind: 'list', label, items: [...shown.map((each) => textOf(key, each)), ...(left > 0 ? [`and ${left} more`] : [])] };
}

function isId(key: string): boolean {
  return /(?:^id|Id|Ids)$/.test(key);
}

/** The evidence in the order in which it was given, without what only machines need. Pure. */
export function factsOf(evidence: Evidence): readonly Fact[] {
  return Object.entries(evidence).flatMap(([key, value]) => {
    if (isId(key)) return [];
    if (isRecord(value)) return factsOf(value).map((fact) => ({ ...fact, label: `${labelOf(key)}: ${fact.label.toLowerCase()}` }));
    return [factOf(key, value)];
  });
}

/** Where the evidence leads, the most telling first. Pure. */
export function placesOf(evidence: Evidence): readonly EvidencePlace[] {
  const text = (key: string) => (typeof evidence[key] === 'string' && evidence[key] !== '' ? encodeURIComponent(evidence[key]) : null);
  const [repair, proposal, connection, type] = [text('repairId'), text('proposalId'), text('connectionId'), text('entityType')];
  return [
    ...(repair ? [{ to: `/connections/drift/repairs/${repair}`, label: 'Its preview, record by record' }] : []),
    ...(proposal && connection ? [{ to: `/connections/${connection}/mapping`, label: 'The mapping, column by column' }] : []),
    ...(type && 'pairs' in evidence ? [{ to: `/ontology/resolution/${type}`, label: 'The pairs, one by one' }] : []),
    ...(connection ? [{ to: `/connections/${connection}`, label: 'The connection' }] : []),
  ];
}
