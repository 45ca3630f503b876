/** A length of time in at most two units: 61 500 ms → "1 min 1 s". Under a second in milliseconds. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = Math.floor(ms / 1_000);
  if (ms < 10_000) return `${(Math.floor(ms / 100) / 10).toString()} s`;
  const parts: readonly [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** How long until something is done, as people say it; exact seconds would jump about. */
export function formatRemaining(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} ${hours === 1 ? 'hour' : 'hours'} left`;
}

/** Milliseconds from `from` to `to` (ISO 8601), or to `now` while there is no end; null when it has not begun. */
export function span(from: string | null, to: string | null, now: Date): number | null {
  if (from === null) return null;
  return Math.max(0, (to === null ? now.getTime() : Date.parse(to)) - Date.parse(from));
}
