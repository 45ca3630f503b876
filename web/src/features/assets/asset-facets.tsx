import { useId } from 'react';
import { AssetFacetsDocument } from '../../gql/graphql.ts';
import type { AssetDimension, AssetFacetsQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { formatCount } from '../../ui/format.ts';
import { Choice } from '../../ui/field.tsx';
import { ACTIVITIES, ADMISSIONS, CLASSES, KINDS, REASONS } from '../discover/words.ts';
import { filterOf } from './asset-search.ts';
import type { AssetParam, AssetSearch } from './asset-search.ts';

/** What tells how many assets an option would show: a dimension of the graph and its value. */
type Counted = readonly [dimension: AssetDimension, value: string];

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
      { value: 'SHADOW', label: CLASSES.SHADOW.word, hint: CLASSES.SHADOW.hint, count: ['CLASS', 'SHADOW'] },
      { value: 'ZOMBIE', label: CLASSES.ZOMBIE.word, hint: CLASSES.ZOMBIE.hint, count: ['CLASS', 'ZOMBIE'] },
      { value: 'PARKED', label: CLASSES.PARKED.word, hint: CLASSES.PARKED.hint, count: ['CLASS', 'PARKED'] },
      { value: 'CLEAN', label: CLASSES.CLEAN.word, hint: CLASSES.CLEAN.hint, count: ['CLASS', 'CLEAN'] },
    ],
  },
  {
    param: 'kind',
    label: 'Kind',
    options: [
      { value: 'APPLICATION', label: KINDS.APPLICATION, count: ['KIND', 'APPLICATION'] },
      { value: 'CONNECTION', label: KINDS.CONNECTION, count: ['KIND', 'CONNECTION'] },
      { value: 'DATA_OBJECT', label: KINDS.DATA_OBJECT, count: ['KIND', 'DATA_OBJECT'] },
    ],
  },
  {
    param: 'activity',
    label: 'Activity',
    options: [
      { value: 'RECENT', label: ACTIVITIES.RECENT, count: ['ACTIVITY', 'RECENT'] },
      { value: 'STALE', label: ACTIVITIES.STALE, count: ['ACTIVITY', 'STALE'] },
      { value: 'NONE', label: ACTIVITIES.NONE, count: ['ACTIVITY', 'NONE'] },
    ],
  },
  {
    param: 'owner',
    label: 'Owner',
    options: [
      { value: 'some', label: 'has one', count: ['WITHOUT_OWNER', 'false'] },
      { value: 'none', label: 'nobody', count: ['WITHOUT_OWNER', 'true'] },
    ],
  },
  {
    param: 'state',
    label: 'In the graph',
    options: [
      {
        value: 'rejected',
        label: 'no: rejected',
        hint: 'The policy did not admit it; it is only remembered.',
        count: ['ADMITTED', 'false'],
      },
      {
        value: 'removed',
        label: 'no: gone',
        hint: 'Its connection was removed, or no scan meets it any more.',
        count: ['REMOVED', 'true'],
      },
    ],
  },
];

/** What the catalogue can be narrowed by, with how many each would show beside what else is chosen. What is chosen again is let go. */
export function AssetFacets({ search, onSet }: { search: AssetSearch; onSet: (param: AssetParam, value: string) => void }) {
  const [result] = useGraph(AssetFacetsDocument, { filter: filterOf(search) });
  const facets = known(result)?.assetFacets ?? null;
  const counts = facets === null ? null : countsOf(facets);
  return (
    <div className="grid gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-1">
      {FACETS.map((facet) => (
        <FacetGroup key={facet.param} facet={facet} chosen={search[facet.param]} counts={counts} onSet={onSet} />
      ))}
      <Choice
        label="Admission"
        value={search.admission}
        options={choicesOf(ADMISSIONS, 'ADMISSION', counts)}
        onChange={(event) => onSet('admission', event.target.value)}
      />
      <Choice
        label="Reason"
        value={search.reason}
        options={choicesOf(REASONS, 'REASON', counts)}
        onChange={(event) => onSet('reason', event.target.value)}
      />
    </div>
  );
}

type Counts = (...of: Counted) => number;

function countsOf(facets: AssetFacetsQuery['assetFacets']): Counts {
  const known = new Map(facets.flatMap(({ dimension, values }) => values.map(({ value, count }) => [`${dimension} ${value}`, count])));
  return (dimension, value) => known.get(`${dimension} ${value}`) ?? 0;
}

const choicesOf = (words: Readonly<Record<string, string>>, dimension: AssetDimension, counts: Counts | null) => [
  { value: '', label: 'any' },
  ...Object.entries(words).map(([value, label]) => ({
    value,
    label: counts === null ? label : `${label} (${formatCount(counts(dimension, value))})`,
  })),
];

interface FacetGroupProps {
  facet: Facet;
  chosen: string;
  counts: Counts | null;
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
          <span className="text-sm text-muted">{counts ? formatCount(counts(...option.count)) : ''}</span>
        </label>
      ))}
    </fieldset>
  );
}
