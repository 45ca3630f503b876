#!/usr/bin/env node
/* Runs before `npm start` and `npm test`, on whatever Node is there: afterwards node_modules is complete and `node` is the one in it. */
import { reportFailure } from './failure.mjs';
import { ensureInstalled } from './launcher/prepare.mjs';

try {
  await ensureInstalled();
} catch (error) {
  process.exitCode = reportFailure(error);
}
