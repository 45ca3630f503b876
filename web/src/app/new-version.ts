const KEY = 'autonomos.reloaded-at';
/** A second failure this soon after a reload has another cause; then the page says so instead. */
const ONCE_IN_MS = 30_000;

// Part of the client could not be loaded: most likely a newer version has taken the place of this one, whose files are gone.
window.addEventListener('vite:preloadError', (event) => {
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < ONCE_IN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    return;
  }
  event.preventDefault();
  window.location.reload();
});
