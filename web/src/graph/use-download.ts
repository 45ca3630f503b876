import { useCallback } from 'react';
import { download } from '../ui/download.ts';
import type { Problem } from './problem.ts';
import { useSession } from './session.tsx';

const REFUSED: Problem = {
  code: 'DOWNLOAD_FAILED',
  message: 'The server did not give the file.',
  todo: 'Try again.',
  retry: true,
};

/** What went wrong, as the server's other addresses say it: {errors: [{message, extensions: {code, todo, retry}}]}. */
async function problemIn(response: Response): Promise<Problem> {
  try {
    const { errors } = (await response.json()) as {
      errors?: { message: string; extensions: { code: string; todo?: string; retry?: boolean } }[];
    };
    const [error] = errors ?? [];
    if (!error) return REFUSED;
    const { code, todo = '', retry = false } = error.extensions;
    return { code, message: error.message, todo, retry };
  } catch {
    return REFUSED;
  }
}

/** Fetches a file as whoever is logged in and hands it to the person. Resolves with what went wrong; null when nothing did. */
export function useDownload(): (path: string, name: string, extension: string) => Promise<Problem | null> {
  const { fresh } = useSession();
  return useCallback(
    async (path, name, extension) => {
      try {
        const token = await fresh();
        const response = await fetch(path, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
        if (!response.ok) return await problemIn(response);
        download(name, extension, await response.blob());
        return null;
      } catch {
        return { ...REFUSED, message: 'The connection broke before the file had come.' };
      }
    },
    [fresh],
  );
}
