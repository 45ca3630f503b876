import { serverAnswers } from '../graph/server-answers.ts';

const KEY = 'autonomos.reloaded-at';
/** A second failure this soon after a reload has another cause; then the page says so instead. */
const ONCE_IN_MS = 30_000;

// Part of the client could not be loaded. When the server answers, a newer version has most likely taken the place of this one, whose files are
// gone; when it does not, the page on screen is all there is, and stays.
async function loadAnew(): Promise<void> {
  if (!(await serverAnswers())) return;
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < ONCE_IN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    return;
  }
  window.location.reload();
}

window.addEventListener('vite:preloadError', () => void loadAnew());
