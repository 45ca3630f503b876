/** Leaves for the log-in page, which comes back to this very address. */
export function logInAndComeBack(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`);
}
