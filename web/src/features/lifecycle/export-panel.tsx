import { Archive, Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ExportTenantDocument, TenantExportsDocument } from '../../gql/graphql.ts';
import type { TenantExportFieldsFragment, TenantExportStatus } from '../../gql/graphql.ts';
import { useDownload } from '../../graph/use-download.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatBytes, formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';

const STATUSES: Record<TenantExportStatus, { word: string; tone: Tone }> = {
  RUNNING: { word: 'being made', tone: 'accent' },
  READY: { word: 'ready', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  EXPIRED: { word: 'deleted', tone: 'neutral' },
};

/** Everything of the workspace in one archive. */
export function ExportPanel() {
  const run = useRun();
  const [result, refresh] = useGraph(TenantExportsDocument, {});
  const { busy, problem, send } = useForm([]);
  const exports = result.state === 'ready' ? result.data.tenantExports : [];
  usePoll(
    exports.some(({ status }) => status === 'RUNNING'),
    () => run(TenantExportsDocument, {}),
  );
  const begin = async () => {
    const begun = await send(run(ExportTenantDocument, {}), (given) => given.exportTenant);
    if (begun) refresh();
  };
  return (
    <Panel
      title="Take everything out"
      aside={
        <Button busy={busy} onClick={() => void begin()} data-export>
          <Archive aria-hidden size={15} /> Make an archive
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="max-w-[72ch] text-muted">
          One archive with every table as lines of JSON and a manifest. It is made in the background and kept for seven days. Freeze the
          workspace first for a state of one moment.
        </p>
        {problem ? <ProblemNote problem={problem} /> : null}
        {result.state === 'loading' ? <Loading label="Loading the archives" lines={2} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && exports.length === 0 ? (
          <Empty icon={Archive} title="No archive was made yet" className="py-8">
            An archive is also what you need before you close the workspace.
          </Empty>
        ) : null}
        {exports.length > 0 ? (
          <ul className="divide-y divide-line" aria-label="Archives">
            {exports.map((each) => (
              <ExportRow key={each.id} archive={each} />
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}

function ExportRow({ archive }: { archive: TenantExportFieldsFragment }) {
  const fetchFile = useDownload();
  const [busy, setBusy] = useState(false);
  const { status, runId, createdAt, expiresAt, files, rows, bytes, path } = archive;
  const download = async () => {
    setBusy(true);
    const problem = await fetchFile(path, `workspace-${createdAt.slice(0, 10)}`, 'tar.gz');
    setBusy(false);
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" data-archive={status}>
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <p className="font-medium">{formatMoment(createdAt)}</p>
        <p className="text-sm text-muted">
          {plural(files, 'file')}, {plural(rows, 'row')}, {formatBytes(bytes)}
          {status === 'READY' ? ` · kept until ${formatMoment(expiresAt)}` : ''} ·{' '}
          <Link to={`/runs/${runId}`} className="link">
            its run
          </Link>
        </p>
        {status === 'RUNNING' ? <Progress value={null} label="Making the archive" /> : null}
      </div>
      <Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>
      {status === 'READY' ? (
        <Button busy={busy} onClick={() => void download()}>
          <Download aria-hidden size={15} /> {busy ? 'Fetching…' : 'Download'}
        </Button>
      ) : null}
    </li>
  );
}
