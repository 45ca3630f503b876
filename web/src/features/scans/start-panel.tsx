import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { AddTelemetryFeedDocument, FeedsDocument } from '../../gql/graphql.ts';
import type { ScanFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { nameFor } from '../connect/chosen-files.ts';
import { ChosenList } from '../connect/chosen-list.tsx';
import { DropZone } from '../connect/drop-zone.tsx';
import { useUpload } from '../connect/use-upload.ts';
import { useStartScan } from './use-start-scan.ts';

const ENDINGS = '.json,.jsonl,.ndjson,.csv,.tsv,.log,.txt,.tfstate,.yaml,.yml,.xml,.pem,.crt,.gz';

/** Where the next scan begins: with more telemetry, or with what there is. */
export function StartPanel({ running }: { running: ScanFieldsFragment | null }) {
  const run = useRun();
  const start = useStartScan();
  const mayAdd = useMay('discovery.write');
  const { chosen, add, leaveOut, clear, send } = useUpload();
  const [feeds] = useGraph(FeedsDocument, { first: 1 });
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const usual = nameFor(chosen.map((each) => each.file));
  const some = (known(feeds)?.telemetryFeeds.totalCount ?? 0) > 0;

  const addFeed = async (): Promise<Problem | null> => {
    const sent = await send();
    if (!sent.ok) return sent.problem;
    const added = await run(AddTelemetryFeedDocument, { input: { name: name.trim() || usual, uploadId: sent.uploadId } });
    if (!added.ok) return added.problem;
    const { addTelemetryFeed } = added.data;
    if (addTelemetryFeed.__typename === 'InputRefused') return problemOfRefusal(addTelemetryFeed.problems);
    clear();
    return null;
  };
  const work = async (doing: () => Promise<Problem | null>) => {
    setBusy(true);
    setProblem(null);
    setProblem(await doing());
    setBusy(false);
  };
  const addAndScan = async () => (await addFeed()) ?? start({ mode: 'FULL' });

  if (running)
    return (
      <Callout
        title={`Scan ${running.number} is running`}
        actions={
          <Link to={`/assets/scans/${running.id}`} className="link">
            Look at it
          </Link>
        }
      >
        The next one can begin when it has ended.
      </Callout>
    );
  return (
    <section aria-label="The next scan" className="grid gap-4">
      {mayAdd ? (
        <DropZone
          title="Drop telemetry here"
          hint="A snapshot, or exports and logs of sensors, identity providers, clouds, books, CMDB. Their formats are recognised."
          accept={ENDINGS}
          busy={busy}
          onFiles={(files) => {
            setProblem(null);
            add(files);
          }}
        />
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {chosen.length > 0 ? (
        <>
          <ChosenList chosen={chosen} onRemove={busy ? null : leaveOut} />
          <div className="flex flex-wrap items-end justify-between gap-4">
            <Field
              label="Name of the feed"
              className="min-w-64 flex-1"
              value={name}
              placeholder={usual}
              onChange={(event) => setName(event.target.value)}
            />
            <Button look="primary" className="min-h-10" busy={busy} onClick={() => void work(addAndScan)}>
              {busy ? 'Sending…' : `Scan ${plural(chosen.length, 'file')}`}
            </Button>
          </div>
        </>
      ) : some ? (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" busy={busy} onClick={() => void work(() => start({ mode: 'FULL' }))}>
            Scan everything again
          </Button>
          <Button busy={busy} onClick={() => void work(() => start({ mode: 'INCREMENTAL' }))}>
            Scan new files only
          </Button>
        </div>
      ) : null}
    </section>
  );
}
