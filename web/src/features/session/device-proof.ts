const KEY = 'autonomos.device';
/** People of one browser. */
const MOST_PEOPLE = 8;

function read(): [email: string, proof: string][] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(parsed)) return [];
    return parsed.filter(
      (each): each is [string, string] => Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === 'string'),
    );
  } catch {
    return [];
  }
}

/** What shows that this browser has logged in as `email` before, so that strangers' attempts do not slow it; null when it has not. */
export function deviceProof(email: string): string | null {
  return read().find(([known]) => known === email.trim().toLowerCase())?.[1] ?? null;
}

/** Keeps what a log-in gave for the next one. */
export function keepDeviceProof(email: string, proof: string | null): void {
  if (proof === null) return;
  const address = email.trim().toLowerCase();
  try {
    const others = read().filter(([known]) => known !== address);
    localStorage.setItem(KEY, JSON.stringify([[address, proof], ...others].slice(0, MOST_PEOPLE)));
  } catch {
    // The next log-in is a stranger's.
  }
}
