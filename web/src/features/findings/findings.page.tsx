import { Telescope } from 'lucide-react';
import { useState } from 'react';
import { FindingsDocument } from '../../gql/graphql.ts';
import type { PilotFindingStatus } from '../../gql/graphql.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { ActFrame } from '../act/act-frame.tsx';
import { Listed } from '../settings/listed.tsx';
import { FindingCard } from './finding-card.tsx';

const PAGE = 30;
const LOOK_MS = 20_000;

const SHOWN: readonly { value: string; label: string; statuses: readonly PilotFindingStatus[] | null }[] = [
  { value: 'open', label: 'Open', statuses: ['OPEN', 'PROPOSED', 'ACCEPTED'] },
  { value: 'done', label: 'Done', statuses: ['DONE', 'RESOLVED'] },
  { value: 'aside', label: 'Put aside', statuses: ['REJECTED'] },
  { value: 'all', label: 'All', statuses: null },
];

/** What the pilots have found in the company’s own data. Which is shown is in the address (?show=, ?agent=). */
export default function FindingsPage() {
  const [{ show, agent }, set] = useSearchState(['show', 'agent']);
  const shown = SHOWN.find(({ value }) => value === show) ?? SHOWN[0]!;
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(FindingsDocument, {
    first,
    filter: { statuses: shown.statuses === null ? null : [...shown.statuses], agentId: agent === '' ? null : agent },
  });
  useEvery(LOOK_MS, refresh);
  return (
    <ActFrame
      title="Findings"
      guide="pilots"
      intro="What the pilots found in your data: what it is, why, what they propose, and what came of it."
    >
      <Segments
        label="Which findings"
        value={shown.value}
        options={SHOWN}
        onChange={(value) => set({ show: value === 'open' ? '' : value })}
      />
      <Listed
        what="the findings"
        result={result}
        refresh={refresh}
        pick={(data) => data.findings}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty
            icon={Telescope}
            title={shown.value === 'open' ? 'Nothing is open' : 'None stands like this'}
            actions={<ButtonLink to="/agents/schedules">Schedules</ButtonLink>}
          >
            The pilots look through what is connected at the times of their schedules: idle spend, deals at risk, drift, access that nobody
            needs.
          </Empty>
        }
      >
        {(findings) => (
          <ul aria-label="Findings" className="grid gap-4">
            {findings.map((finding) => (
              <FindingCard key={finding.id} finding={finding} onChanged={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </ActFrame>
  );
}
