const NAME = 'autonomos.refresh';
/** A lease that nobody gave back (its tab was closed) is free again after this long. */
const LEASE_MS = 10_000;
/** How long a claim stands before it counts: another tab's claim of the same moment is seen by then. */
const SETTLE_MS = 60;
const LOOK_EVERY_MS = 150;

const wait = (ms: number) => new Promise<void>((resolve) => window.setTimeout(resolve, ms));

/** Without navigator.locks, which pages over plain HTTP do not have: a claim in storage that the last writer wins. */
async function withLease<Result>(work: () => Promise<Result>): Promise<Result> {
  const me = `${Date.now()}.${Math.random()}`;
  const holder = () => {
    const [who = '', until = '0'] = (localStorage.getItem(NAME) ?? '').split(' ');
    return Number(until) > Date.now() ? who : '';
  };
  for (;;) {
    if (holder() === '') {
      localStorage.setItem(NAME, `${me} ${Date.now() + LEASE_MS}`);
      await wait(SETTLE_MS);
      if (holder() === me) break;
    }
    await wait(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    if (holder() === me) localStorage.removeItem(NAME);
  }
}

function canStore(): boolean {
  try {
    localStorage.setItem(`${NAME}.try`, '');
    localStorage.removeItem(`${NAME}.try`);
    return true;
  } catch {
    return false;
  }
}

/** Does `work` in one tab of this browser at a time; the others wait for their turn. */
export function inOneTab<Result>(work: () => Promise<Result>): Promise<Result> {
  if ('locks' in navigator) return navigator.locks.request(NAME, work) as Promise<Result>;
  // Tabs that share no storage share no session either.
  return canStore() ? withLease(work) : work();
}
