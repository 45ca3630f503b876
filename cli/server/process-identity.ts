import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAlive } from '../launcher/lock.mjs';

/**
 * Whether a process id is a server of ours. Process ids are used again: a file left by a crash must not make us stop a stranger.
 * @param pid as read from server.json
 */
export function isOurServer(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  return command === null || /cli[\\/]main\.(js|ts)/.test(command);
}

/** @returns null where the system does not tell. */
function commandLine(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    const listed = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return listed.status === 0 ? listed.stdout : null;
  }
}
