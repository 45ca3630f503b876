import type { Problem } from '../graph/problem.ts';

/** The server, or the way to it, failed. */
export const UNREACHABLE: Problem = {
  code: 'SERVER_UNREACHABLE',
  message: 'The server did not answer.',
  todo: 'Check that AutonomOS is running and that you are online, then try again.',
  retry: true,
};
