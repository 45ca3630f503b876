import { CircleCheck, Download } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { AssetFindingsDocument } from '../../gql/graphql.ts';
import type { FindingSeverity, FindingStatus, TriageFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { Choice } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { codeWords, SEVERITIES } from '../discover/words.ts';
import { Listed } from '../settings/listed.tsx';
import { FindingList } from './finding-list.tsx';
import { FINDING_CODES } from './looks.ts';

const PAGE = 50;

const SHOWN: readonly { value: string; label: string; statuses: readonly FindingStatus[] }[] = [
  { value: 'open', label: 'Open', statuses: ['OPEN'] },
  { value: 'accepted', label: 'Accepted', statuses: ['ACCEPTED'] },
  { value: 'resolved', label: 'Resolved', statuses: ['RESOLVED'] },
  { value: 'all', label: 'All', statuses: ['OPEN', 'ACCEPTED', 'RESOLVED'] },
];

function save(findings: readonly TriageFieldsFragment[]): void {
  downloadCsv(
    'findings',
    ['finding', 'kind', 'severity', 'state', 'asset', 'detail', 'remedy', 'taken care of by', 'first seen', 'last seen'],
    findings.map((each) => [each.title, each.code, each.severity, each.status, each.asset?.name, each.detail, each.remedy, each.assignee?.displayName, each.firstSeenAt, each.lastSeenAt]), // prettier-ignore
  );
}

/** /assets/findings: what is noteworthy about assets, to decide about. Which are shown is in the address. */
export default function TriagePage() {
  const [{ show, severity, code, assignee }, set] = useSearchState(['show', 'severity', 'code', 'assignee']);
  const [first, setFirst] = useState(PAGE);
  const me = useViewer()?.user.id ?? null;
  const shown = SHOWN.find(({ value }) => value === show) ?? SHOWN[0]!;
  const severities = (Object.keys(SEVERITIES) as FindingSeverity[]).filter((each) => each === severity);
  const [result, refresh] = useGraph(AssetFindingsDocument, {
    filter: {
      statuses: [...shown.statuses],
      severities: severities.length === 0 ? null : severities,
      codes: code === '' ? null : [code],
      assigneeId: assignee === 'me' ? me : null,
      unassigned: assignee === 'nobody' ? true : null,
    },
    first,
  });
  const page = known(result)?.assetFindings ?? null;
  const narrowed = [show, severity, code, assignee].some((each) => each !== '');
  return (
    <DiscoverFrame
      title="Findings"
      intro="What is noteworthy about assets, the gravest first. What is found again opens again; nothing is told twice."
    >
      <div className="flex flex-wrap items-end gap-3">
        <Segments
          label="Which findings"
          value={shown.value}
          options={SHOWN}
          onChange={(value) => set({ show: value === 'open' ? '' : value })}
        />
        <Choice
          label="Severity"
          className="w-full sm:w-40"
          value={severity}
          options={[{ value: '', label: 'any' }, ...Object.entries(SEVERITIES).map(([value, { word }]) => ({ value, label: word }))]}
          onChange={(event) => set({ severity: event.target.value })}
        />
        <Choice
          label="Kind"
          className="w-full sm:w-52"
          value={code}
          options={[{ value: '', label: 'any' }, ...FINDING_CODES.map((value) => ({ value, label: codeWords(value) }))]}
          onChange={(event) => set({ code: event.target.value })}
        />
        <Choice
          label="Taken care of by"
          className="w-full sm:w-44"
          value={assignee}
          options={[
            { value: '', label: 'anybody' },
            { value: 'me', label: 'me' },
            { value: 'nobody', label: 'nobody' },
          ]}
          onChange={(event) => set({ assignee: event.target.value })}
        />
        {page && page.nodes.length > 0 ? (
          <Button className="ml-auto min-h-10" onClick={() => save(page.nodes)}>
            <Download aria-hidden size={14} /> CSV
          </Button>
        ) : null}
      </div>
      {page && page.nodes.length > 0 ? (
        <p role="status" className="text-sm text-muted">
          {plural(page.totalCount, 'finding')}
        </p>
      ) : null}
      <Listed
        what="the findings"
        result={result}
        refresh={refresh}
        pick={(data) => data.assetFindings}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty
            icon={CircleCheck}
            title={narrowed ? 'Nothing fits' : 'Nothing is open'}
            actions={narrowed ? null : <ButtonLink to="/assets/scans">Scan telemetry</ButtonLink>}
          >
            {narrowed ? 'Other findings may: choose less above. ' : null}Scans and syncs look at every asset again, and say here what they
            find.
          </Empty>
        }
      >
        {(findings) => <FindingList findings={findings} refresh={refresh} />}
      </Listed>
    </DiscoverFrame>
  );
}
