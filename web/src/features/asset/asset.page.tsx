import { SearchX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { AssetDetailDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { ACTIVITIES, CLASSES, KINDS } from '../discover/words.ts';
import type { Asset } from './asset.ts';
import { AssetSummary } from './asset-summary.tsx';

const AssetEvidence = lazy(async () => ({ default: (await import('./asset-evidence.tsx')).AssetEvidence }));
const AssetRelations = lazy(async () => ({ default: (await import('./asset-relations.tsx')).AssetRelations }));
const AssetHistory = lazy(async () => ({ default: (await import('./asset-history.tsx')).AssetHistory }));
const FindingList = lazy(async () => ({ default: (await import('../triage/finding-list.tsx')).FindingList }));

const TABS = ['summary', 'findings', 'evidence', 'relations', 'history'] as const;

/** /assets/:asset: one asset. Which tab is in the address. */
export default function AssetPage() {
  const { asset: id = '' } = useParams();
  const [{ tab: wanted }, set] = useSearchState(['tab']);
  const [result, refresh] = useGraph(AssetDetailDocument, { id });
  const data = known(result);
  const asset = data?.asset ?? null;
  const tab = TABS.find((each) => each === wanted) ?? 'summary';
  const waiting = <Loading label="Loading" />;
  return (
    <>
      <BackLink to="/assets">Catalogue</BackLink>
      <Page
        title={asset?.name ?? 'Asset'}
        intro={asset ? <AssetLine asset={asset} /> : null}
        actions={asset ? <Leads asset={asset} /> : null}
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the asset" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && result.problem ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && asset === null ? (
          <Empty icon={SearchX} title="There is no such asset" actions={<ButtonLink to="/assets">The catalogue</ButtonLink>}>
            The link may be old, or it belongs to another company.
          </Empty>
        ) : null}
        {asset ? (
          <Tabs
            label="About the asset"
            value={tab}
            onChange={(value) => set({ tab: value === 'summary' ? '' : value })}
            tabs={[
              { value: 'summary', label: 'Summary', panel: <AssetSummary asset={asset} refresh={refresh} /> },
              {
                value: 'findings',
                label: asset.findings.length > 0 ? `Findings ${formatCount(asset.findings.length)}` : 'Findings',
                panel: (
                  <Suspense fallback={waiting}>
                    <FindingList findings={asset.findings} refresh={refresh} about />
                  </Suspense>
                ),
              },
              {
                value: 'evidence',
                label: 'Evidence',
                panel: <Suspense fallback={waiting}>{tab === 'evidence' ? <AssetEvidence id={id} /> : null}</Suspense>,
              },
              {
                value: 'relations',
                label: 'Relations',
                panel: <Suspense fallback={waiting}>{tab === 'relations' ? <AssetRelations id={id} name={asset.name} /> : null}</Suspense>,
              },
              {
                value: 'history',
                label: 'History',
                panel: <Suspense fallback={waiting}>{tab === 'history' ? <AssetHistory id={id} /> : null}</Suspense>,
              },
            ]}
          />
        ) : null}
      </Page>
    </>
  );
}

function AssetLine({ asset }: { asset: Asset }) {
  const { kind, key, name, class: judged, activity, removedAt } = asset;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1" data-judged={judged}>
      <span>{KINDS[kind]}</span>
      {key !== null && key !== name ? <span className="break-all">{key}</span> : null}
      {judged ? <Badge tone={CLASSES[judged].tone}>{CLASSES[judged].word}</Badge> : null}
      {activity ? <span>{ACTIVITIES[activity]}</span> : null}
      {removedAt ? <Badge tone="warning">gone since {formatDay(removedAt)}</Badge> : null}
    </span>
  );
}

function Leads({ asset: { connection, object, parent } }: { asset: Asset }) {
  return (
    <>
      {parent ? (
        <Link to={`/assets/${parent.id}`} className="inline-flex min-h-9 items-center link">
          Part of {parent.name}
        </Link>
      ) : null}
      {connection ? (
        <ButtonLink to={object ? `/connections/${connection.id}/objects/${object.id}` : `/connections/${connection.id}`}>
          {object ? 'The object' : 'The connection'}
        </ButtonLink>
      ) : null}
    </>
  );
}
