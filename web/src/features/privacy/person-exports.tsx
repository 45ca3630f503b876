import { Download, FileJson } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { ExportPersonDocument, PersonExportsDocument } from '../../gql/graphql.ts';
import type { PersonExportFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useDownload } from '../../graph/use-download.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { useForm } from '../settings/use-form.ts';
import { identifierInputs, IdentifierFields, newIdentifier } from './identifier-fields.tsx';
import type { Identifier } from './identifier-fields.tsx';
import { SubjectList } from './subject-list.tsx';
import { EXPORT_STATUSES } from './words.ts';

const PAGE = 30;

/** Everything that is known about one person, as a file to hand out. */
export default function PersonExports() {
  const run = useRun();
  const may = useViewer()?.actions.includes('privacy.persons') ?? false;
  const [first, setFirst] = useState(PAGE);
  const [identifiers, setIdentifiers] = useState<readonly Identifier[]>([newIdentifier(0)]);
  const [result, refresh] = useGraph(PersonExportsDocument, { first });
  const { form, busy, problem, beside, send, submitting } = useForm(['identifiers']);
  const collecting = known(result)?.personExports.nodes.some(({ status }) => status === 'COLLECTING') ?? false;
  usePoll(collecting, () => run(PersonExportsDocument, { first }));
  const submit = async () => {
    const started = await send(run(ExportPersonDocument, { identifiers: identifierInputs(identifiers) }), (given) => given.exportPerson);
    if (!started) return;
    setIdentifiers([newIdentifier(0)]);
    notify('success', 'The archive is being made.', 'It can be downloaded here for a day.');
    refresh();
  };
  return (
    <section className="grid gap-4" aria-label="Hand out a person’s data">
      {may ? (
        <Panel title="Whose data">
          <form ref={form} className="grid max-w-2xl gap-4" autoComplete="off" onSubmit={submitting(submit)}>
            {problem ? <ProblemNote problem={problem} /> : null}
            <IdentifierFields identifiers={identifiers} onChange={setIdentifiers} problem={beside.identifiers} />
            <Button type="submit" look="primary" busy={busy} className="justify-self-start" data-export-person>
              {busy ? 'Asking…' : 'Collect what is known'}
            </Button>
          </form>
        </Panel>
      ) : null}
      <Listed
        what="the archives"
        result={result}
        refresh={refresh}
        pick={(data) => data.personExports}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={FileJson} title="No archive was made yet">
            When somebody asks what you know about them, it is collected here as one file.
          </Empty>
        }
      >
        {(archives) => (
          <ul className="grid gap-3" aria-label="Archives">
            {archives.map((archive) => (
              <ArchiveRow key={archive.id} archive={archive} />
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}

function ArchiveRow({ archive }: { archive: PersonExportFieldsFragment }) {
  const fetchFile = useDownload();
  const { id, status, subject, records, truncated, path, requestedAt, expiresAt, requestedBy } = archive;
  const download = async () => {
    const problem = path === null ? null : await fetchFile(path, `person-${id}`, 'json');
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <li className="panel flex flex-wrap items-center gap-x-4 gap-y-2 p-4" data-archive={status}>
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
        <SubjectList subject={subject} />
        <p className="text-sm text-muted">
          Asked for on {formatMoment(requestedAt)}
          {requestedBy ? ` by ${requestedBy.displayName}` : ''}
          {status === 'READY'
            ? ` · ${plural(records, 'row')}${truncated ? ', more than an archive may hold' : ''} · deleted on ${formatMoment(expiresAt)}`
            : ''}
        </p>
      </div>
      <Badge tone={EXPORT_STATUSES[status].tone}>{EXPORT_STATUSES[status].word}</Badge>
      {path === null ? null : (
        <Button onClick={() => void download()}>
          <Download aria-hidden size={15} /> Download
        </Button>
      )}
    </li>
  );
}
