const KEY = 'autonomos.demo-place';

/** Whether this browser was in the demo company when it was here last: the place of its banner is kept before it is known who asks. */
export function wasDemo(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function noteDemo(demo: boolean): void {
  try {
    if (demo) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the banner comes a moment later.
  }
}
