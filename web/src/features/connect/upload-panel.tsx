import { useState } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { MAX_FILES, nameFor } from './chosen-files.ts';
import { ChosenList } from './chosen-list.tsx';
import { DropZone } from './drop-zone.tsx';
import { useConnect } from './use-connect.ts';
import { useUpload } from './use-upload.ts';

/** Choose or drop files, see each on its way, and start reading them. */
export function UploadPanel() {
  const connect = useConnect();
  const { chosen, add, leaveOut, send } = useUpload();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const usual = nameFor(chosen.map((each) => each.file));

  const start = async () => {
    setBusy(true);
    setProblem(null);
    const sent = await send();
    setProblem(sent.ok ? await connect({ uploadId: sent.uploadId, name: name.trim() || usual }) : sent.problem);
    setBusy(false);
  };

  return (
    <div className="grid gap-5">
      <DropZone
        title="Drop CSV, JSON, Parquet or Excel files here"
        hint={`Several at once: tables that belong together find their links. Up to ${MAX_FILES} files.`}
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.xlsx,.xlsm,.gz"
        busy={busy}
        onFiles={(files) => {
          setProblem(null);
          add(files);
        }}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      {chosen.length > 0 ? (
        <>
          <ChosenList chosen={chosen} onRemove={busy ? null : leaveOut} />
          <div className="flex flex-wrap items-end justify-between gap-4">
            <Field
              label="Name of the connection"
              className="min-w-64 flex-1"
              value={name}
              placeholder={usual}
              onChange={(event) => setName(event.target.value)}
            />
            <Button look="primary" className="min-h-10" busy={busy} onClick={() => void start()}>
              {busy ? 'Sending…' : `Connect ${plural(chosen.length, 'file')}`}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
