import { CircleCheck, FileText, X } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import type { ChosenFile } from './chosen-files.ts';

/** The files to send, each with how far it is. `onRemove` null: they can no longer be left out. */
export function ChosenList({ chosen, onRemove }: { chosen: readonly ChosenFile[]; onRemove: ((file: File) => void) | null }) {
  return (
    <ul className="panel divide-y divide-line" aria-label="Chosen files">
      {chosen.map(({ file, progress }) => (
        <li key={file.name} className="grid gap-1.5 px-4 py-2.5" data-file={file.name} data-state={progress.state}>
          <div className="flex items-center gap-3">
            {progress.state === 'sent' ? (
              <CircleCheck aria-label="Sent" size={17} className="shrink-0 text-high" />
            ) : (
              <FileText aria-hidden size={17} className="shrink-0 text-muted" />
            )}
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            <span className="text-sm text-muted">{formatBytes(file.size)}</span>
            {onRemove ? (
              <IconButton label={`Leave out ${file.name}`} className="size-7" onClick={() => onRemove(file)}>
                <X aria-hidden size={15} />
              </IconButton>
            ) : null}
          </div>
          {progress.state === 'sending' ? <Progress value={progress.fraction} label={`Sending ${file.name}`} /> : null}
          {progress.state === 'failed' ? <p className="text-sm text-low">{progress.message}</p> : null}
        </li>
      ))}
    </ul>
  );
}
