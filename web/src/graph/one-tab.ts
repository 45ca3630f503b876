const NAME = 'autonomos.refresh';
/** A lease that nobody gave back (its tab was closed) is free again after this long. */
const LEASE_MS = 10_000;
/** How long a claim stands before it counts: another tab's claim of the same moment is seen by then. */
const SETTLE_MS = 60;
const LOOK_EVERY_MS = 150;

const wait = (ms: number) => new Promise<void>((resolve) => window.setTimeout(resolve, ms));

/** Without navigator.locks, which pages over plain HTTP do not have: a claim in storage that the last writer wins. */
async function withLease(work: () => Promise<void>): Promise<void> {
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
    await work();
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

/** What a tab has stored is seen by the others a moment later: until then the next one has to wait. */
const SEEN_AFTER_MS = 300;

/** Does `work` in one tab of this browser at a time; the others wait for their turn, and find in storage what was stored. */
export function inOneTab<Result>(work: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const once = async () => {
      try {
        resolve(await work());
      } catch (error) {
        reject(error instanceof Error ? error : new Error('the work failed', { cause: error }));
      }
      await wait(SEEN_AFTER_MS);
    };
    if ('locks' in navigator) void navigator.locks.request(NAME, once);
    // Tabs that share no storage share no session either.
    else void (canStore() ? withLease(once) : once());
  });
}
