import { useState } from 'react';
import { AgentVersionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Listed } from '../settings/listed.tsx';
import { DiffLines } from '../workflows/diff-lines.tsx';

const PAGE = 20;
/** Longer values are shown line by line. */
const LONG = 60;

/** Every version of an agent, and what each changed. */
export function AgentVersions({ id }: { id: string }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(AgentVersionsDocument, { id, first });
  return (
    <Listed
      what="the versions"
      result={result}
      refresh={refresh}
      pick={(data) => data.agent?.versions ?? { nodes: [], totalCount: 0 }}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={<p className="text-muted">It was not changed yet.</p>}
    >
      {(versions) => (
        <ol aria-label="Versions of the agent" className="panel divide-y divide-line">
          {versions.map(({ version, changedAt, changedBy, reason, changes }, index) => (
            <li key={version} className="grid gap-2 p-4" data-agent-version={version}>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">Version {version}</span>
                {index === 0 ? <Badge tone="good">in force</Badge> : null}
                <span className="text-sm text-muted">
                  {changedBy?.displayName ?? 'By itself'}, {formatMoment(changedAt)}
                </span>
              </p>
              {reason ? <p dir="auto">“{reason}”</p> : null}
              {changes.map(({ field, before, after }) => (
                <div key={field} className="grid gap-1 text-sm">
                  <span className="text-muted">{field}</span>
                  {(before?.length ?? 0) + (after?.length ?? 0) > LONG ? (
                    <DiffLines before={before ?? ''} after={after ?? ''} label={`${field}, before and after`} />
                  ) : (
                    <span>
                      <del className="text-muted">{before || 'nothing'}</del> → <ins className="no-underline">{after || 'nothing'}</ins>
                    </span>
                  )}
                </div>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Listed>
  );
}
