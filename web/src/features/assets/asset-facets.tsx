import { useId } from 'react';
import { AssetFacetsDocument } from '../../gql/graphql.ts';
import type { AssetFacetsQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { formatCount } from '../../ui/format.ts';
import { Choice } from '../../ui/field.tsx';
import { ACTIVITIES, ADMISSIONS, CLASSES, KINDS, REASONS } from '../discover/words.ts';
import type { AssetParam, AssetSearch } from './asset-search.ts';

type Counted = keyof Omit<AssetFacetsQuery, '__typename'>;

interface Facet {
  param: AssetParam;
  label: string;
  /** Several of them may be chosen at once. */
  several?: boolean;
  options: readonly { value: string; label: string; hint?: string; count: Counted }[];
}

const FACETS: readonly Facet[] = [
  {
    param: 'class',
    label: 'Class',
    several: true,
    options: [
      { value: 'SHADOW', label: CLASSES.SHADOW.word, hint: CLASSES.SHADOW.hint, count: 'shadow' },
      { value: 'ZOMBIE', label: CLASSES.ZOMBIE.word, hint: CLASSES.ZOMBIE.hint, count: 'zombie' },
      { value: 'PARKED', label: CLASSES.PARKED.word, hint: CLASSES.PARKED.hint, count: 'parked' },
      { value: 'CLEAN', label: CLASSES.CLEAN.word, hint: CLASSES.CLEAN.hint, count: 'clean' },
    ],
  },
  {
    param: 'kind',
    label: 'Kind',
    options: [
      { value: 'APPLICATION', label: KINDS.APPLICATION, count: 'applications' },
      { value: 'CONNECTION', label: KINDS.CONNECTION, count: 'connections' },
      { value: 'DATA_OBJECT', label: KINDS.DATA_OBJECT, count: 'objects' },
    ],
  },
  {
    param: 'activity',
    label: 'Activity',
    options: [
      { value: 'RECENT', label: ACTIVITIES.RECENT, count: 'recent' },
      { value: 'STALE', label: ACTIVITIES.STALE, count: 'stale' },
      { value: 'NONE', label: ACTIVITIES.NONE, count: 'never' },
    ],
  },
  {
    param: 'owner',
    label: 'Owner',
    options: [
      { value: 'some', label: 'has one', count: 'owned' },
      { value: 'none', label: 'nobody', count: 'unowned' },
    ],
  },
  {
    param: 'state',
    label: 'In the graph',
    options: [
      { value: 'rejected', label: 'no: rejected', hint: 'The policy did not admit it; it is only remembered.', count: 'rejected' },
      { value: 'removed', label: 'no: gone', hint: 'Its connection was removed, or no scan meets it any more.', count: 'removed' },
    ],
  },
];

/** What the catalogue can be narrowed by, with how many there are of each. What is chosen again is let go. */
export function AssetFacets({ search, onSet }: { search: AssetSearch; onSet: (param: AssetParam, value: string) => void }) {
  const [result] = useGraph(AssetFacetsDocument, { search: search.search === '' ? null : search.search });
  const counts = known(result);
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-1">
      {FACETS.map((facet) => (
        <FacetGroup key={facet.param} facet={facet} chosen={search[facet.param]} counts={counts} onSet={onSet} />
      ))}
      <Choice
        label="Admission"
        value={search.admission}
        options={choicesOf(ADMISSIONS)}
        onChange={(event) => onSet('admission', event.target.value)}
      />
      <Choice label="Reason" value={search.reason} options={choicesOf(REASONS)} onChange={(event) => onSet('reason', event.target.value)} />
    </div>
  );
}

const choicesOf = (words: Readonly<Record<string, string>>) => [
  { value: '', label: 'any' },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

interface FacetGroupProps {
  facet: Facet;
  chosen: string;
  counts: AssetFacetsQuery | null;
  onSet: (param: AssetParam, value: string) => void;
}

function FacetGroup({ facet: { param, label, several = false, options }, chosen, counts, onSet }: FacetGroupProps) {
  const id = useId();
  const on = new Set(chosen.split(',').filter((each) => each !== ''));
  const turn = (value: string) => {
    const next = new Set(several ? on : []);
    if (on.has(value)) next.delete(value);
    else next.add(value);
    onSet(param, [...next].join(','));
  };
  return (
    <fieldset data-facet={param}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${id}-${option.value}`}
          title={option.hint}
          className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md pr-2 text-base hover:bg-raised"
        >
          <input
            id={`${id}-${option.value}`}
            type="checkbox"
            className="shrink-0"
            checked={on.has(option.value)}
            onChange={() => turn(option.value)}
          />
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <span className="text-sm text-muted">{counts ? formatCount(counts[option.count].totalCount) : ''}</span>
        </label>
      ))}
    </fieldset>
  );
}
