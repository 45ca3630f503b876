import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { classes } from './classes.ts';
import type { Sorting } from './sorting.ts';

interface ColumnHeadProps {
  name: string;
  numeric: boolean;
  /** null: this column is not sorted by; `none`: it can be. */
  sorting: Sorting | 'none' | null;
  onTurn: () => void;
}

/** The head of a column; a button where the column can be sorted. */
export function ColumnHead({ name, numeric, sorting, onTurn }: ColumnHeadProps) {
  const look = classes('text-sm font-medium whitespace-nowrap text-muted', numeric ? 'text-right' : 'text-left');
  if (sorting === null)
    return (
      <th scope="col" className={classes(look, 'px-4 py-2.5')}>
        {name}
      </th>
    );
  const Icon = sorting === 'none' ? ArrowUpDown : sorting.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classes(look, 'p-0')}
      aria-sort={sorting === 'none' ? 'none' : sorting.descending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        onClick={onTurn}
        className={classes(
          'inline-flex min-h-9 w-full items-center gap-1.5 px-4 transition-colors hover:text-ink focus-visible:-outline-offset-2',
          numeric && 'justify-end',
          sorting !== 'none' && 'text-ink',
        )}
      >
        {name}
        <Icon aria-hidden size={13} className={sorting === 'none' ? 'opacity-60' : 'text-accent'} />
      </button>
    </th>
  );
}

interface SelectAllProps {
  label: string;
  keys: readonly string[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Chooses every row, or none; half on while only some are. */
export function SelectAll({ label, keys, chosen, onChoose }: SelectAllProps) {
  const some = keys.filter((key) => chosen.has(key)).length;
  return (
    <th scope="col" className="w-8 py-2.5 pr-3 pl-4">
      <input
        ref={(box) => {
          if (box) box.indeterminate = some > 0 && some < keys.length;
        }}
        type="checkbox"
        className="align-middle"
        aria-label={`Choose all: ${label}`}
        checked={keys.length > 0 && some === keys.length}
        disabled={keys.length === 0}
        onChange={() => onChoose(some === keys.length ? new Set() : new Set(keys))}
      />
    </th>
  );
}
