import { Compass, Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AssetFilter, AssetKind } from '../../gql/graphql.ts';
import { AssetsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { AssetTable } from './asset-table.tsx';

const PAGE_ROWS = 100;

type KindChoice = AssetKind | 'ALL';

/** AOD: the catalogue of everything that is known, to search and filter. */
export default function AssetsPage() {
  const [search, setSearch] = useSearchParams();
  const text = search.get('search') ?? '';
  const kind = (['CONNECTION', 'DATA_OBJECT'] as const).find((each) => each === search.get('kind')) ?? null;
  const withoutOwner = search.get('owner') === 'none';
  const filter: AssetFilter = { kind, search: text || null, withoutOwner: withoutOwner || null };
  const [first, setFirst] = useState(PAGE_ROWS);
  const [assets, refresh] = useGraph(AssetsDocument, { filter, first });
  // A longer page keeps the shorter one in sight; another filter does not.
  const data = first > PAGE_ROWS ? known(assets) : assets.state === 'ready' ? assets.data : null;
  const filtered = kind !== null || text !== '' || withoutOwner;

  const set = (name: string, value: string) => {
    setFirst(PAGE_ROWS);
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  };

  return (
    <Page title="Discover" code="AOD" intro="Everything that is known to hold or move data, with its owner and what was found about it.">
      <div className="flex flex-wrap items-center gap-3">
        <label className="relative min-w-56 flex-1 sm:max-w-xs">
          <span className="sr-only">Search the catalogue</span>
          <Search aria-hidden size={16} className="pointer-events-none absolute top-3 left-3 text-muted" />
          <input
            type="search"
            placeholder="Search by name"
            value={text}
            onChange={(event) => set('search', event.target.value)}
            className={`${CONTROL} pl-9`}
          />
        </label>
        <Segments<KindChoice>
          label="Kind"
          value={kind ?? 'ALL'}
          options={[
            { value: 'ALL', label: 'All' },
            { value: 'CONNECTION', label: 'Connections' },
            { value: 'DATA_OBJECT', label: 'Data objects' },
          ]}
          onChange={(value) => set('kind', value === 'ALL' ? '' : value)}
        />
        <label className="inline-flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            checked={withoutOwner}
            onChange={(event) => set('owner', event.target.checked ? 'none' : '')}
            className="size-4 accent-accent"
          />
          Without an owner
        </label>
      </div>
      {assets.state === 'loading' && data === null ? <Loading label="Loading the catalogue" /> : null}
      {assets.state === 'failed' ? <ProblemNote problem={assets.problem} onRetry={refresh} /> : null}
      {data && data.assets.nodes.length > 0 ? (
        <>
          <p role="status" className="-mb-3 text-sm text-muted">
            {plural(data.assets.totalCount, 'asset')}
          </p>
          <AssetTable assets={data.assets.nodes} />
          <LoadMore
            shown={data.assets.nodes.length}
            total={data.assets.totalCount}
            busy={assets.state === 'loading'}
            onMore={() => setFirst((count) => count + PAGE_ROWS)}
          />
        </>
      ) : null}
      {assets.state === 'ready' && assets.data.assets.nodes.length === 0 ? (
        filtered ? (
          <Empty icon={Compass} title="Nothing matches">
            No asset fits this search and filter. Loosen one of them.
          </Empty>
        ) : (
          <Empty
            icon={Compass}
            title="The catalogue is empty"
            actions={
              <ButtonLink to="/connections/new" look="primary">
                Connect data
              </ButtonLink>
            }
          >
            Every connection and every table it brings is listed here by itself. Connect the first one.
          </Empty>
        )
      ) : null}
    </Page>
  );
}
