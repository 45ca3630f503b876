import { Compass, Download } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AssetFilter, AssetKind, AssetsQuery } from '../../gql/graphql.ts';
import { AssetFacetsDocument, AssetsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { AssetTable } from './asset-table.tsx';

const PAGE_ROWS = 100;

const HEADER = ['name', 'kind', 'connection', 'records', 'owner', 'first seen', 'last seen', 'findings'] as const;

function rowOf(asset: AssetsQuery['assets']['nodes'][number]): readonly unknown[] {
  const { name, kind, connection, recordCount, owner, firstSeenAt, lastSeenAt, findings } = asset;
  return [
    name,
    kind,
    connection?.name,
    recordCount,
    owner?.displayName,
    firstSeenAt,
    lastSeenAt,
    findings.map(({ title }) => title).join('; '),
  ];
}

type KindChoice = AssetKind | 'ALL';

/** AOD: the catalogue of everything that is known, to search and filter. */
export default function AssetsPage() {
  const [search, setSearch] = useSearchParams();
  const text = search.get('search') ?? '';
  const kind = (['CONNECTION', 'DATA_OBJECT'] as const).find((each) => each === search.get('kind')) ?? null;
  const withoutOwner = search.get('owner') === 'none';
  const removed = search.get('state') === 'removed';
  const filter: AssetFilter = { kind, search: text || null, withoutOwner: withoutOwner || null, removed: removed || null };
  const [first, setFirst] = useState(PAGE_ROWS);
  const [assets, refresh] = useGraph(AssetsDocument, { filter, first });
  // A longer page keeps the shorter one in sight; another filter does not.
  const data = first > PAGE_ROWS ? known(assets) : assets.state === 'ready' ? assets.data : null;
  const filtered = kind !== null || text !== '' || withoutOwner || removed;
  const [counted] = useGraph(AssetFacetsDocument, { search: text || null });
  const facets = known(counted);
  const count = (of: 'all' | 'connections' | 'objects' | 'unowned' | 'removed') => (facets ? ` ${formatCount(facets[of].totalCount)}` : '');

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
        <SearchField
          label="Search the catalogue"
          placeholder="Search by name"
          className="min-w-56 flex-1 sm:max-w-xs"
          value={text}
          onChange={(event) => set('search', event.target.value)}
        />
        <Segments<KindChoice>
          label="Kind"
          value={kind ?? 'ALL'}
          options={[
            { value: 'ALL', label: `All${count('all')}` },
            { value: 'CONNECTION', label: `Connections${count('connections')}` },
            { value: 'DATA_OBJECT', label: `Data objects${count('objects')}` },
          ]}
          onChange={(value) => set('kind', value === 'ALL' ? '' : value)}
        />
        <Checkbox
          label={
            <>
              Without an owner<span className="text-muted">{count('unowned')}</span>
            </>
          }
          checked={withoutOwner}
          onChange={(event) => set('owner', event.target.checked ? 'none' : '')}
        />
        <Checkbox
          label={
            <>
              Gone<span className="text-muted">{count('removed')}</span>
            </>
          }
          checked={removed}
          onChange={(event) => set('state', event.target.checked ? 'removed' : '')}
        />
      </div>
      {assets.state === 'loading' && data === null ? <Loading label="Loading the catalogue" /> : null}
      {assets.state === 'failed' ? <ProblemNote problem={assets.problem} onRetry={refresh} /> : null}
      {data && data.assets.nodes.length > 0 ? (
        <>
          <div className="-mb-3 flex items-center justify-between gap-3">
            <p role="status" className="text-sm text-muted">
              {plural(data.assets.totalCount, 'asset')}
            </p>
            <Button onClick={() => downloadCsv('assets', HEADER, data.assets.nodes.map(rowOf))}>
              <Download aria-hidden size={14} /> CSV
            </Button>
          </div>
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
          <Empty
            icon={Compass}
            title="Nothing matches"
            actions={<Button onClick={() => setSearch({}, { replace: true })}>Show everything</Button>}
          >
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
