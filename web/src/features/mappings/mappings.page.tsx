import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { MappingsDocument } from '../../gql/graphql.ts';
import type { MappingsQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { MappingsFrame } from './mappings-frame.tsx';
import { MappingPolicyPanel } from './policy-panel.tsx';
import { MAPPING_STATUSES } from './statuses.ts';

const PAGE = 30;

type Proposal = MappingsQuery['mappingProposals']['nodes'][number];

const becomes = (proposal: Proposal) => [...new Set(proposal.tables.map(({ entityLabel }) => entityLabel))].join(', ');

function save(proposals: readonly Proposal[]): void {
  downloadCsv(
    'mappings',
    ['connection', 'state', 'tables', 'becomes', 'records unified', 'proposed', 'accepted', 'by'],
    proposals.map((each) => [
      each.connection.name,
      MAPPING_STATUSES[each.status].word,
      each.tables.length,
      becomes(each),
      each.recordsUnified,
      each.createdAt,
      each.decidedAt,
      each.decidedBy?.displayName,
    ]),
  );
}

/** What each connection's tables become, the newest proposal first. */
export default function MappingsPage() {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(MappingsDocument, { first });
  return (
    <MappingsFrame intro="What every table and column means to the business: proposed with evidence, accepted by people, in force once published.">
      <Listed
        what="the mappings"
        result={result}
        refresh={refresh}
        pick={(data) => data.mappingProposals}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty
            icon={Shuffle}
            title="Nothing to map yet"
            actions={
              <ButtonLink look="primary" to="/connections/new">
                Connect data
              </ButtonLink>
            }
          >
            Connect data; what each of its tables and columns means is proposed by itself.
          </Empty>
        }
      >
        {(proposals) => (
          <div className="grid gap-3">
            <DataTable
              label="Mappings"
              rows={proposals}
              rowKey={(proposal) => proposal.id}
              columns={[
                {
                  name: 'Connection',
                  cell: (proposal) => (
                    <Link to={`/connections/${proposal.connection.id}/mapping`} className="font-medium link">
                      {proposal.connection.name}
                    </Link>
                  ),
                },
                {
                  name: 'State',
                  cell: (proposal) => <Badge tone={MAPPING_STATUSES[proposal.status].tone}>{MAPPING_STATUSES[proposal.status].word}</Badge>,
                },
                { name: 'Becomes', cell: (proposal) => <span className="block max-w-[44ch]">{becomes(proposal)}</span> },
                { name: 'Records', numeric: true, cell: (proposal) => formatCount(proposal.recordsUnified) },
                { name: 'Proposed', cell: (proposal) => <span className="whitespace-nowrap">{formatMoment(proposal.createdAt)}</span> },
                { name: 'Accepted by', cell: (proposal) => proposal.decidedBy?.displayName ?? '–' },
              ]}
            />
            <Button className="justify-self-start" onClick={() => save(proposals)}>
              Save as CSV
            </Button>
          </div>
        )}
      </Listed>
      <MappingPolicyPanel />
    </MappingsFrame>
  );
}
