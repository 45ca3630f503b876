import type { ColumnProfile } from '../../../schema/events/discovered-schema.ts';
import { classifyColumn } from '../../kernel/privacy/screening/classify.ts';
import { Screen } from '../../kernel/privacy/screening/screen.ts';
import type { ColumnClass, Screening } from '../../kernel/privacy/screening/screening.ts';

/** Columns of a table as discovery found them. */
export interface DiscoveredTable {
  path: string;
  columns: { name: string; profile: ColumnProfile }[];
}

export interface DiscoveryToScreen {
  tables: DiscoveredTable[];
  /** What does not come in as it is; null when everything does. */
  screening: Pick<Screening, 'actions' | 'secret' | 'erased'> | null;
}

export interface ScreenedTable {
  path: string;
  classes: ColumnClass[];
  /** Profiles by column, without what may not come in; only those that changed. */
  profiles: Record<string, ColumnProfile>;
}

/** Tells what columns hold from their samples, and takes out of the samples what may not come in. Synchronous: for worker threads. */
export function screenDiscovery({ tables, screening }: DiscoveryToScreen): ScreenedTable[] {
  return tables.map(({ path, columns }) => {
    const classes = columns.flatMap(({ name, profile }) => classifyColumn({ name, samples: samplesOf(profile) }));
    const profiles: Record<string, ColumnProfile> = {};
    if (screening !== null)
      for (const { name, profile } of columns) {
        const whole = classes.filter((found) => found.column === name && found.whole).map(({ type }) => type);
        const changed = screened(
          name,
          profile,
          new Screen({ ...screening, names: [], key: null, personal: [], columns: [{ name, types: strictOf(whole, screening) }] }),
        );
        if (JSON.stringify(changed) !== JSON.stringify(profile)) profiles[name] = changed;
      }
    return { path, classes, profiles };
  });
}

function strictOf(types: ColumnClass['type'][], { actions }: Pick<Screening, 'actions'>): ColumnClass['type'][] {
  return types.filter((type) => actions.some(([known]) => known === type));
}

/** The values of a column that are at hand. */
export const samplesOf = ({ topValues, examples }: ColumnProfile): string[] => [...topValues.map(({ value }) => value), ...examples];

function screened(column: string, profile: ColumnProfile, screen: Screen): ColumnProfile {
  const clean = (value: string): string | null => {
    const result = screen.record({ [column]: value }, null);
    if (result.verdict === 'PASSED') return value;
    if (result.verdict !== 'CHANGED') return null;
    const after = result.record[column];
    return typeof after === 'string' ? after : null;
  };
  return {
    ...profile,
    min: profile.min === null ? null : clean(profile.min),
    max: profile.max === null ? null : clean(profile.max),
    topValues: profile.topValues.flatMap(({ value, count }) => {
      const after = clean(value);
      return after === null ? [] : [{ value: after, count }];
    }),
    examples: profile.examples.flatMap((value) => clean(value) ?? []),
  };
}
