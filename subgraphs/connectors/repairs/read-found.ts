import type { FoundColumn, FoundTable } from '../kit/connector.ts';
import { isPlain, type ReadingRule } from './rules.ts';

/**
 * A table as everything downstream knows it: columns by their stable names, in the order in which they were known (`order`), what is new behind them.
 * A rule whose fields are not there changes nothing: a table that comes back from the catalogue has its stable names already.
 */
export function readFound(rules: readonly ReadingRule[], order: readonly string[], table: FoundTable): FoundTable {
  if (rules.length === 0) return table;
  const names = new Map<string, string>();
  const made = new Map<string, FoundColumn>();
  const used = new Set<string>();
  for (const rule of rules) {
    const sources = rule.from.map((path) => columnAt(table.columns, path));
    const [first] = sources;
    if (first === undefined || sources.includes(undefined)) continue;
    for (const source of sources) if (source !== undefined) used.add(source.name);
    if (rule.how === 'SAME') names.set(first.name, rule.column);
    made.set(rule.column, columnOf(rule, first));
  }
  const rest = table.columns.filter(({ name }) => !used.has(name) && !made.has(name));
  const places = new Map(order.map((name, index) => [name, index]));
  const place = ({ name, position }: FoundColumn): number => places.get(name) ?? order.length + position;
  const columns = [...made.values(), ...rest].toSorted((a, b) => place(a) - place(b)).map((column, position) => ({ ...column, position }));
  const stable = (name: string): string => names.get(name) ?? name;
  return {
    ...table,
    columns,
    primaryKey: table.primaryKey === null ? null : { ...table.primaryKey, columns: table.primaryKey.columns.map(stable) },
    foreignKeys: table.foreignKeys.map((key) => ({ ...key, columns: key.columns.map(stable) })),
    incremental: table.incremental === null ? null : stable(table.incremental),
  };
}

/** A table without what was looked at only to find what may have taken another field's place. */
export function withoutAside(table: FoundTable): FoundTable {
  if (!table.columns.some(({ aside }) => aside === true)) return table;
  return { ...table, columns: table.columns.filter(({ aside }) => aside !== true).map((column, position) => ({ ...column, position })) };
}

/** The column a field is in: itself, or the one it is nested in. */
export function columnAt(columns: readonly FoundColumn[], path: string): FoundColumn | undefined {
  for (let at = path.length; at > 0; at = path.lastIndexOf('.', at - 1)) {
    const found = columns.find(({ name }) => name === path.slice(0, at));
    if (found !== undefined) return found;
  }
  return undefined;
}

function columnOf(rule: ReadingRule, source: FoundColumn): FoundColumn {
  const { column: name, type, from, scale } = rule;
  const evidence = isPlain(rule) && from[0] === name ? source.evidence : [...source.evidence, `read from ${from.join(', ')} at the source`];
  const profile = rule.values.length === 0 && scale === null ? source.profile : profileOf(rule, source.profile);
  return { ...source, aside: false, name, type, format: source.type === type ? source.format : null, evidence, profile };
}

/** What a column's profile becomes when its numbers are multiplied or its values have other names. */
function profileOf({ scale, values }: ReadingRule, profile: FoundColumn['profile']): FoundColumn['profile'] {
  const names = new Map(values.map(({ from, to }) => [from, to]));
  const read = (text: string): string => {
    const named = names.get(text) ?? text;
    return scale === null || Number.isNaN(Number(named)) ? named : String(Number((Number(named) * scale).toPrecision(12)));
  };
  return {
    ...profile,
    min: profile.min === null ? null : read(profile.min),
    max: profile.max === null ? null : read(profile.max),
    mean: profile.mean === null || scale === null ? profile.mean : profile.mean * scale,
    topValues: profile.topValues.map(({ value, count }) => ({ value: read(value), count })),
    examples: profile.examples.map(read),
  };
}
