import { Worker } from 'node:worker_threads';

const CHECK_MS = 500;
/** How long an orphan may take to write the database out before it is ended. */
const GRACE_CHECKS = 20;

/** Runs beside the event loop, which a long query holds: only so can an orphan in the middle of one end. */
const WATCH = `
  const parent = process.ppid;
  let checks = 0;
  setInterval(() => {
    if (process.ppid === parent) return;
    checks += 1;
    if (checks > ${GRACE_CHECKS}) process.kill(process.pid, 'SIGKILL');
  }, ${CHECK_MS});
`;

/** Ends this process when its parent is gone and it has not ended by itself after a grace of 10 s: a runaway query must not keep the data folder. */
export function watchForOrphanage(): void {
  new Worker(WATCH, { eval: true, name: 'orphan-watch' }).unref();
}
