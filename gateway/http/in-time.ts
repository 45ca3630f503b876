import { httpErrors } from './http.errors.ts';

/** What the work comes to, when it does in time; else it goes on unheard. @throws REQUEST_TIMED_OUT */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(httpErrors.REQUEST_TIMED_OUT({ seconds: milliseconds / 1_000 })), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
