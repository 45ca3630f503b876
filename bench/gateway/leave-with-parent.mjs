/* Loaded first into every process that the benchmark starts: none outlives the benchmark, however that one ends. */
import process from 'node:process';

process.once('disconnect', () => process.exit(1));
process.channel?.unref();
