import { useEffect, useRef, useState } from 'react';
import { CreateUploadDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';
import { formatBytes } from '../../ui/format.ts';
import { addFiles } from './chosen-files.ts';
import type { ChosenFile, FileState } from './chosen-files.ts';
import { uploadFile } from './upload.ts';

/** An upload that all files have been sent to, or what went wrong. */
export type Sent = { ok: true; uploadId: string } | { ok: false; problem: Problem };

interface Upload {
  chosen: readonly ChosenFile[];
  add: (files: FileList | null) => void;
  leaveOut: (file: File) => void;
  clear: () => void;
  /** Sends every chosen file to one new upload; each file says how far it is. */
  send: () => Promise<Sent>;
}

/** Files on their way from a person's machine to the server. Leaving the page stops them. */
export function useUpload(): Upload {
  const { fresh } = useSession();
  const run = useRun();
  const abort = useRef<AbortController | null>(null);
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  useEffect(() => () => abort.current?.abort(), []);
  const mark = (file: File, progress: FileState) => setChosen((now) => now.map((each) => (each.file === file ? { file, progress } : each)));
  return {
    chosen,
    add(files) {
      // Read at once: the list is the input's own, and empty as soon as the input is.
      const added = [...(files ?? [])];
      setChosen((now) => addFiles(now, added));
    },
    leaveOut: (file) => setChosen((now) => now.filter((other) => other.file !== file)),
    clear: () => setChosen([]),
    async send() {
      const created = await run(CreateUploadDocument, {});
      if (!created.ok) return created;
      const { id, path, maxFileBytes } = created.data.createUpload;
      const large = chosen.find((each) => each.file.size > maxFileBytes);
      if (large) return { ok: false, problem: tooLarge(large.file, maxFileBytes) };
      abort.current = new AbortController();
      for (const { file } of chosen) {
        mark(file, { state: 'sending', fraction: 0 });
        const sent = await uploadFile(path, file, (await fresh()) ?? '', abort.current.signal, (fraction) =>
          mark(file, { state: 'sending', fraction }),
        );
        if (!sent.ok) {
          mark(file, { state: 'failed', message: sent.problem.message });
          return sent;
        }
        mark(file, { state: 'sent' });
      }
      return { ok: true, uploadId: id };
    },
  };
}

function tooLarge(file: File, most: number): Problem {
  return {
    code: 'FILE_TOO_LARGE',
    message: `${file.name} is larger than the ${formatBytes(most)} one upload takes.`,
    todo: 'Leave it out, or put it in a folder on the server and name that.',
    retry: false,
  };
}
