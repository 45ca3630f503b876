const REPLAY = 'replay';

/** How an address names a replay: by the run’s own version (null), or by another. */
export function replayBeside(version: number | null): string {
  return version === null ? REPLAY : `${REPLAY}-${version}`;
}

/** Whether an address names a replay, and not another run. */
export function isReplay(beside: string): boolean {
  return /^replay(-\d+)?$/.test(beside);
}

/** The version that a replay goes by; null: the run’s own. */
export function replayedVersion(beside: string): number | null {
  const number = /^replay-(?<version>\d+)$/.exec(beside)?.groups?.['version'];
  return number === undefined ? null : Number(number);
}
