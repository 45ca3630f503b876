import type { CountsFragment } from '../../gql/graphql.ts';
import { formatCount } from '../../ui/format.ts';
import { Stat } from '../../ui/stat.tsx';

const COUNTS = [
  { name: 'admitted', label: 'In the graph' },
  { name: 'shadow', label: 'Shadow' },
  { name: 'zombie', label: 'Zombie' },
  { name: 'parked', label: 'Parked' },
  { name: 'clean', label: 'Clean' },
] as const;

/** How many applications were found of each class; beside what they were before, where that is given. */
export function CountTiles({ counts, before = null }: { counts: CountsFragment | null; before?: CountsFragment | null }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {COUNTS.map(({ name, label }) => (
        <Stat
          key={name}
          label={label}
          value={counts ? formatCount(counts[name]) : '–'}
          note={
            before && counts && before[name] !== counts[name]
              ? `was ${formatCount(before[name])}`
              : name === 'admitted' && counts
                ? `of ${formatCount(counts.found)} found`
                : undefined
          }
        />
      ))}
    </dl>
  );
}
