import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { ADMISSIONS, CLASSES } from '../discover/words.ts';
import type { Asset } from './asset.ts';
import { OwnerPanel } from './owner-panel.tsx';
import { ReasonList } from './reason-list.tsx';
import { ScorePanel } from './score-panel.tsx';

/** What an asset is, why it is judged so, what it risks, costs and matters, and who answers for it. */
export function AssetSummary({ asset, refresh }: { asset: Asset; refresh: () => void }) {
  const { class: judged, scores, reasons } = asset;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid min-w-0 gap-5">
        {judged ? (
          <Panel title={`Why it is ${CLASSES[judged].word}`}>
            <p className="mb-3 text-muted">{CLASSES[judged].hint}</p>
            <ReasonList reasons={reasons} />
          </Panel>
        ) : null}
        {scores ? <ScorePanel scores={scores} /> : null}
        {judged || scores ? null : (
          <Panel title="Not judged">
            <p className="text-muted">
              Connections and their objects are listed and owned. Only applications that telemetry tells of are judged.
            </p>
          </Panel>
        )}
      </div>
      <div className="grid gap-5">
        <OwnerPanel asset={asset} refresh={refresh} />
        <Panel title="Facts">
          <Facts asset={asset} />
        </Panel>
      </div>
    </div>
  );
}

function Facts({ asset }: { asset: Asset }) {
  const { admission, admitted, governed, governedBy, copyOf, external, recordCount, firstSeenAt, lastSeenAt } = asset;
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    ['In the graph', admission === null ? null : `${admitted ? 'yes' : 'no'}: ${ADMISSIONS[admission]}`],
    ['Governed', yesNo(governed)],
    ['Governed through', linkTo(governedBy)],
    ['A copy of', linkTo(copyOf)],
    ['Outside of the company', yesNo(external)],
    ['Records', recordCount === null ? null : formatCount(recordCount)],
    ['First seen', formatMoment(firstSeenAt)],
    ['Last seen', formatMoment(lastSeenAt)],
  ];
  return (
    <dl className="grid gap-2.5">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

const linkTo = (other: { id: string; name: string } | null): ReactNode =>
  other === null ? null : (
    <Link to={`/assets/${other.id}`} className="link">
      {other.name}
    </Link>
  );

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');
