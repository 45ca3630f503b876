import type { EffectStatus } from '../../gql/graphql.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { ActFrame } from '../act/act-frame.tsx';
import { EffectList } from './effect-list.tsx';

const SHOWN: readonly { value: string; label: string; status: EffectStatus | null }[] = [
  { value: 'doubt', label: 'In doubt', status: 'IN_DOUBT' },
  { value: 'done', label: 'Done', status: 'DONE' },
  { value: 'all', label: 'All', status: null },
];

/** What agents did outside of this product. Which is shown is in the address (?show=). */
export default function EffectsPage() {
  const [{ show }, set] = useSearchState(['show']);
  const shown = SHOWN.find(({ value }) => value === show) ?? SHOWN[0]!;
  return (
    <ActFrame title="Effects" intro="What agents did outside, each once. Where a call was cut off, a person says what became of it.">
      <Segments
        label="Which effects"
        value={shown.value}
        options={SHOWN}
        onChange={(value) => set({ show: value === 'doubt' ? '' : value })}
      />
      <EffectList key={shown.value} status={shown.status} />
    </ActFrame>
  );
}
