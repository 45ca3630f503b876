import { observed, type Outcome, saying, silent } from '../outcome.ts';

/** A request that went through a proxy, or did not. */
export interface Visit {
  /** An address, or host and port. */
  url: string | null;
  when: number | null;
  blocked: boolean;
  client: string | null;
  user: string | null;
  bytes: number | null;
}

const known = (text: string | null): string | null => (text === null || text === '-' || text === '' ? null : text);

/** What was reached is in use; what was blocked is not. */
export function visited({ url, when, blocked, client, user, bytes }: Visit): Outcome {
  const host = known(url);
  if (host === null || /^(?:\/|error:)/.test(host)) return silent('NO_HOST');
  if (blocked) return silent('FAILED');
  return saying(
    observed('proxy', when, {
      host,
      details: { user: known(user), device: known(client), bytes: bytes !== null && Number.isFinite(bytes) ? bytes : null },
    }),
  );
}

/** Whether lines are written like this, but for a broken one here and there. */
export function mostlyLike(line: RegExp, lines: readonly string[]): boolean {
  const written = lines.filter((each) => each.trim() !== '');
  return written.length > 0 && written.filter((each) => line.test(each)).length * 2 > written.length;
}
