import { CornerLeftUp, FileText, Folder } from 'lucide-react';
import { useState } from 'react';
import { ServerFolderDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatBytes, plural } from '../../ui/format.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { useConnect } from './use-connect.ts';

const ROW = 'flex min-h-10 w-full items-center gap-3 px-4 text-left transition-colors';

/** Walks the folders that the server's operator allows, and connects one. */
export function ServerFolderPicker() {
  const connect = useConnect();
  const [path, setPath] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, refresh] = useGraph(ServerFolderDocument, { path }, { policy: 'network-only' });

  const start = async (folder: string) => {
    setBusy(true);
    setProblem(await connect({ folder }));
    setBusy(false);
  };

  if (result.state === 'loading') return <Loading label="Loading the folder" />;
  if (result.state === 'failed')
    return (
      <div className="grid gap-3">
        <ProblemNote problem={result.problem} onRetry={refresh} />
        {path === null ? null : (
          <Button className="justify-self-start" onClick={() => setPath(null)}>
            Back to the start
          </Button>
        )}
      </div>
    );
  const { folders, files, parent, path: here } = result.data.serverFolder;
  if (here === null && folders.length === 0)
    return (
      <Empty icon={Folder} title="No folder is allowed yet">
        The operator of this server lists the folders that may be read when starting it. Until then, upload files from this computer.
      </Empty>
    );
  return (
    <div className="grid gap-4">
      <p className="truncate font-mono text-sm text-muted" data-server-folder={here ?? ''}>
        {here ?? 'Folders the operator allows'}
      </p>
      <ul className="panel scroll-thin max-h-96 divide-y divide-line overflow-y-auto" aria-label="Folder">
        {here === null ? null : (
          <li>
            <button type="button" className={`${ROW} hover:bg-raised`} onClick={() => setPath(parent)}>
              <CornerLeftUp aria-hidden size={16} className="text-muted" /> Up
            </button>
          </li>
        )}
        {folders.map((folder) => (
          <li key={folder.path}>
            <button type="button" className={`${ROW} hover:bg-raised`} data-folder={folder.name} onClick={() => setPath(folder.path)}>
              <Folder aria-hidden size={16} className="shrink-0 text-accent" />
              <span className="truncate">{folder.name}</span>
            </button>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.path} className={`${ROW} text-muted`}>
            <FileText aria-hidden size={16} className="shrink-0" />
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            {file.bytes === null ? null : <span className="text-sm">{formatBytes(file.bytes)}</span>}
          </li>
        ))}
        {folders.length + files.length === 0 ? <li className="px-4 py-3 text-muted">This folder is empty.</li> : null}
      </ul>
      {problem ? <ProblemNote problem={problem} /> : null}
      {here === null ? (
        <p className="text-muted">Open a folder, then connect it.</p>
      ) : (
        <Button look="primary" busy={busy} className="justify-self-start" disabled={files.length === 0} onClick={() => void start(here)}>
          {busy ? 'Connecting…' : files.length === 0 ? 'No files here' : `Connect this folder (${plural(files.length, 'file')})`}
        </Button>
      )}
    </div>
  );
}
