import { History } from 'lucide-react';
import { useState } from 'react';
import { DashboardVersionsDocument, RestoreDashboardVersionDocument } from '../../gql/graphql.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import type { Editing } from './editing.ts';
import { VersionDifference } from './version-difference.tsx';

const PAGE = 20;

interface VersionsSheetProps {
  editing: Editing;
  onRestored: (dashboard: DashboardOutlineFragment) => void;
  onClose: () => void;
}

/** Every save of a dashboard; an earlier one can be brought back, and the one in between stays a version. */
export default function VersionsSheet({ editing, onRestored, onClose }: VersionsSheetProps) {
  const { id, version: current } = editing.origin;
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(DashboardVersionsDocument, { id, first });
  const restore = async (version: number) => {
    const outcome = await run(RestoreDashboardVersionDocument, { id, version, over: current });
    refresh();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const restored = outcome.data.restoreDashboardVersion;
    if (restored.__typename === 'InputRefused') {
      const problem = problemOfRefusal(restored.problems);
      return notify('error', problem.message, problem.todo);
    }
    if (restored.__typename === 'DashboardConflict') {
      onRestored(restored.current);
      return notify(
        'warning',
        'Somebody saved it meanwhile',
        'You see their version now; bring an earlier one back over it if you still want to.',
      );
    }
    onRestored(restored.dashboard);
    onClose();
    return notify('success', `As in version ${version}`, 'Saved as a new version: nothing is lost.');
  };
  return (
    <Sheet title="Versions" onClose={onClose}>
      <Listed
        what="the versions"
        result={result}
        refresh={refresh}
        pick={({ dashboardVersions }) => dashboardVersions}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={History} title="It was saved once">
            Each save becomes a version.
          </Empty>
        }
      >
        {(versions) => (
          <ol className="divide-y divide-line">
            {versions.map(({ version, title, note, savedAt, savedBy, dashboard }, index) => (
              <li key={version} className="flex flex-wrap items-start justify-between gap-3 py-2.5" data-dashboard-version={version}>
                <span className="grid min-w-0 flex-1 gap-0.5">
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">
                      {version}. {title}
                    </span>
                    {version === current ? <Badge tone="good">as it is</Badge> : null}
                  </span>
                  {note ? <span className="text-sm">{note}</span> : null}
                  <span className="text-sm text-muted">
                    {savedBy.displayName}, {formatMoment(savedAt)}
                  </span>
                  <VersionDifference version={dashboard} before={versions[index + 1]?.dashboard ?? null} />
                </span>
                {version === current ? null : <Button onClick={() => void restore(version)}>Bring it back</Button>}
              </li>
            ))}
          </ol>
        )}
      </Listed>
    </Sheet>
  );
}
