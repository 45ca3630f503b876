import { Compass, Download, Radar } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { AssetsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { useSettled } from '../../graph/use-settled.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { AssetFacets } from './asset-facets.tsx';
import { ASSET_PARAMS, filterOf, orderOf, ORDERS } from './asset-search.ts';
import type { AssetParam } from './asset-search.ts';
import { AssetTable } from './asset-table.tsx';
import { FacetDrawer } from './facet-drawer.tsx';
import { LastScan } from './last-scan.tsx';
import { useAssetExport } from './use-asset-export.ts';

const PAGE_ROWS = 100;

/** AOD: the catalogue of everything that is known, to search, narrow and order. All of it, and the page of it, is in the address. */
export default function AssetsPage() {
  const [address] = useSearchParams();
  const [search, set] = useSearchState([...ASSET_PARAMS, 'after']);
  const settled = useSettled(search.search);
  const filter = filterOf({ ...search, search: settled });
  const order = orderOf(search);
  const after = search.after === '' ? null : search.after;
  const [assets, refresh] = useGraph(AssetsDocument, { filter, order, first: PAGE_ROWS, after });
  const { busy, save } = useAssetExport();
  const page = assets.state === 'ready' ? assets.data.assets : null;
  const chosen = ASSET_PARAMS.filter((param) => param !== 'order' && search[param] !== '');
  const put = (param: AssetParam, value: string) => set({ [param]: value, after: '' });
  const clear = () => set({ ...Object.fromEntries(chosen.map((param) => [param, ''])), after: '' });
  const pageAt = (cursor: string | null) => {
    const next = new URLSearchParams(address);
    next.delete('after');
    if (cursor !== null) next.set('after', cursor);
    return `/assets?${next.toString()}`;
  };

  return (
    <DiscoverFrame
      title="Discover"
      intro="Everything that is known to run or to hold data: who owns it, what it risks and costs, and why it is judged so."
      actions={
        <ButtonLink to="/assets/scans" look="primary">
          <Radar aria-hidden size={16} /> Scan
        </ButtonLink>
      }
    >
      <div className="grid gap-6 lg:grid-cols-[200px_minmax(0,1fr)]">
        <FacetDrawer chosen={chosen.length}>
          <AssetFacets search={search} onSet={put} />
        </FacetDrawer>
        <div className="grid min-w-0 content-start gap-4">
          <div className="flex flex-wrap items-end gap-3">
            <SearchField
              label="Search the catalogue"
              placeholder="Search by name or domain"
              className="min-w-56 flex-1"
              value={search.search}
              onChange={(event) => put('search', event.target.value)}
            />
            <Choice
              label="Order"
              className="w-full sm:w-48"
              value={order}
              options={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
              onChange={(event) => put('order', event.target.value === 'NAME' ? '' : event.target.value)}
            />
            <Button busy={busy} className="min-h-10" onClick={() => void save(filter, order)}>
              <Download aria-hidden size={14} /> {busy ? 'Saving…' : 'CSV'}
            </Button>
          </div>
          {assets.state === 'loading' ? <Loading label="Loading the catalogue" lines={8} /> : null}
          {assets.state === 'failed' ? <ProblemNote problem={assets.problem} onRetry={refresh} /> : null}
          {page && chosen.length === 0 && after === null ? <LastScan empty={page.nodes.length === 0} /> : null}
          {page && page.nodes.length > 0 ? (
            <>
              <p role="status" className="text-sm text-muted">
                {plural(page.totalCount, 'asset')}
              </p>
              <AssetTable assets={page.nodes} />
              {page.pageInfo.hasNextPage || after !== null ? (
                <nav aria-label="Pages of the catalogue" className="flex flex-wrap items-center justify-center gap-4">
                  {after === null ? null : (
                    <Link to={pageAt(null)} className="inline-flex min-h-9 items-center link">
                      First page
                    </Link>
                  )}
                  {page.pageInfo.hasNextPage && page.pageInfo.endCursor ? (
                    <ButtonLink to={pageAt(page.pageInfo.endCursor)} data-next-page>
                      Next {formatCount(PAGE_ROWS)}
                    </ButtonLink>
                  ) : null}
                </nav>
              ) : null}
            </>
          ) : null}
          {page && page.nodes.length === 0 && chosen.length > 0 ? (
            <Empty icon={Compass} title="Nothing matches" actions={<Button onClick={clear}>Show everything</Button>}>
              No asset fits this search and these facets. Loosen one of them.
            </Empty>
          ) : null}
        </div>
      </div>
    </DiscoverFrame>
  );
}
