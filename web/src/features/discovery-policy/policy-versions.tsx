import { useState } from 'react';
import { DiscoveryRuleVersionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 20;

/** The versions that were saved; any of them, and the default, can be looked at and taken again. */
export function PolicyVersions({ inForce, onShow }: { inForce: number | null; onShow: (version: number) => void }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(DiscoveryRuleVersionsDocument, { first });
  return (
    <Panel title="Versions" aside={<Button onClick={() => onShow(0)}>Show the default</Button>}>
      <Listed
        what="the versions"
        result={result}
        refresh={refresh}
        pick={(data) => data.discoveryPolicyVersions}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={<p className="text-muted">Nothing was changed: the default is in force.</p>}
      >
        {(versions) => (
          <ul className="divide-y divide-line" aria-label="Versions">
            {versions.map(({ version, note, savedAt, author }) => (
              <li key={version} className="flex flex-wrap items-center gap-3 py-2" data-version={version}>
                <span className="grid min-w-0 flex-1">
                  <span className="flex items-center gap-2 font-medium">
                    Version {version}
                    {version === inForce ? <Badge tone="good">in force</Badge> : null}
                  </span>
                  <span dir="auto" className="text-sm text-muted">
                    {[note, author?.displayName, savedAt === null ? null : formatMoment(savedAt)]
                      .filter((each) => each != null)
                      .join(' · ')}
                  </span>
                </span>
                {version === inForce ? null : <Button onClick={() => onShow(version)}>Show version {version}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Panel>
  );
}
