import { CircleCheck, FileText, Upload, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CreateUploadDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/field.tsx';
import { formatBytes, plural } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { addFiles, MAX_FILES, nameFor } from './chosen-files.ts';
import type { ChosenFile, FileState } from './chosen-files.ts';
import { uploadFile } from './upload.ts';
import { useConnect } from './use-connect.ts';

function FileRow({ chosen, onRemove }: { chosen: ChosenFile; onRemove: (() => void) | null }) {
  const { file, progress } = chosen;
  return (
    <li className="grid gap-1.5 px-4 py-2.5" data-file={file.name} data-state={progress.state}>
      <div className="flex items-center gap-3">
        {progress.state === 'sent' ? (
          <CircleCheck aria-label="Sent" size={17} className="shrink-0 text-high" />
        ) : (
          <FileText aria-hidden size={17} className="shrink-0 text-muted" />
        )}
        <span className="min-w-0 flex-1 truncate">{file.name}</span>
        <span className="text-sm text-muted">{formatBytes(file.size)}</span>
        {onRemove ? (
          <IconButton label={`Leave out ${file.name}`} className="size-7" onClick={onRemove}>
            <X aria-hidden size={15} />
          </IconButton>
        ) : null}
      </div>
      {progress.state === 'sending' ? <Progress value={progress.fraction} label={`Sending ${file.name}`} /> : null}
      {progress.state === 'failed' ? <p className="text-sm text-low">{progress.message}</p> : null}
    </li>
  );
}

/** Choose or drop files, see each on its way, and start reading them. */
export function UploadPanel() {
  const { fresh } = useSession();
  const run = useRun();
  const connect = useConnect();
  const picker = useRef<HTMLInputElement>(null);
  const abort = useRef<AbortController | null>(null);
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const add = (files: FileList | null) => {
    if (!files || busy) return;
    setProblem(null);
    setChosen((now) => addFiles(now, [...files]));
  };
  const mark = (file: File, progress: FileState) => setChosen((now) => now.map((each) => (each.file === file ? { file, progress } : each)));

  const send = async (): Promise<Problem | null> => {
    const created = await run(CreateUploadDocument, {});
    if (!created.ok) return created.problem;
    const { id, path, maxFileBytes } = created.data.createUpload;
    const large = chosen.find((each) => each.file.size > maxFileBytes);
    if (large)
      return {
        code: 'FILE_TOO_LARGE',
        message: `${large.file.name} is larger than the ${formatBytes(maxFileBytes)} one upload takes.`,
        todo: 'Leave it out, or put it in a folder on the server and connect that.',
        retry: false,
      };
    abort.current = new AbortController();
    for (const { file } of chosen) {
      mark(file, { state: 'sending', fraction: 0 });
      const sent = await uploadFile(path, file, (await fresh()) ?? '', abort.current.signal, (fraction) =>
        mark(file, { state: 'sending', fraction }),
      );
      if (!sent.ok) {
        mark(file, { state: 'failed', message: sent.problem.message });
        return sent.problem;
      }
      mark(file, { state: 'sent' });
    }
    return connect({ uploadId: id, name: name.trim() || nameFor(chosen.map((each) => each.file)) });
  };
  const start = async () => {
    setBusy(true);
    setProblem(null);
    setProblem(await send());
    setBusy(false);
  };

  return (
    <div className="grid gap-5">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
        className={classes(
          'grid justify-items-center gap-3 rounded-xl border-2 border-dashed px-6 py-12 text-center transition-colors',
          over ? 'border-accent bg-accent-soft' : 'border-control',
        )}
        data-drop-zone
      >
        <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
          <Upload aria-hidden size={22} />
        </span>
        <p className="text-md font-medium">Drop CSV, JSON, Parquet or Excel files here</p>
        <p className="text-muted">Several at once: tables that belong together find their links. Up to {MAX_FILES} files.</p>
        <Button onClick={() => picker.current?.click()} busy={busy}>
          Choose files
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.xlsx,.xlsm,.gz"
          aria-label="Files"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {chosen.length > 0 ? (
        <>
          <ul className="panel divide-y divide-line" aria-label="Chosen files">
            {chosen.map((each) => (
              <FileRow
                key={each.file.name}
                chosen={each}
                onRemove={busy ? null : () => setChosen((now) => now.filter((other) => other.file !== each.file))}
              />
            ))}
          </ul>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <Field
              label="Name of the connection"
              className="min-w-64 flex-1"
              value={name}
              placeholder={nameFor(chosen.map((each) => each.file))}
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
