import { spawn } from 'node:child_process';

/**
 * Runs a program in the foreground with our terminal, hands every stop signal on, and reports how it ended.
 * On a terminal, Ctrl-C reaches the child by itself as well; the child takes a signal that comes twice within a second as one.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the child's exit code; 128 + the signal's number when a signal ended it, as shells say it
 */
export function runInForeground(program, args, env) {
  // The IPC channel tells the child when this process is killed outright: it sees the channel close and stops too.
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  /** @type {(signal: NodeJS.Signals) => void} */
  const forward = (signal) => {
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(code ?? 128 + signalNumber(signal));
    });
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
  /** @type {Record<string, number>} */
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };
  return signal === null ? 1 : (numbers[signal] ?? 1);
}
