// Runs before the first paint, as a file of its own because the content security policy allows no inline script:
// a theme chosen earlier wins, otherwise the system's.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('autonomos.theme');
  } catch {
    // Storage may be forbidden; the system's theme will do.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
