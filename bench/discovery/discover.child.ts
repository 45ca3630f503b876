import { createReadStream } from 'node:fs';
import { DEFAULT_POLICY } from '../../subgraphs/assets/discovery/policy/policy.ts';
import { discover, momentOfSources } from '../../subgraphs/assets/discovery/report/discover.ts';

/** Discovers what the files that are given hold, one after the other, and prints as one line what it took of a process that does nothing else. */
const started = performance.now();
const sum = { observations: 0, assets: 0, admitted: 0, records: 0, refused: 0 };
for (const file of process.argv.slice(2)) {
  const sources = [{ name: file, read: () => createReadStream(file) }];
  const moment = (await momentOfSources(sources)) ?? { asOf: Date.now(), latest: Date.now() };
  const { readings, judged } = await discover(sources, DEFAULT_POLICY, moment);
  for (const [list, counted] of readings.flatMap(({ lists }) => [...lists])) {
    if (list === 'discovery.observations') sum.observations += counted.read;
    sum.records += counted.read;
    sum.refused += counted.refused;
    if (counted.taken + counted.kept + counted.refused !== counted.read) throw new Error(`${file}: records were lost`);
  }
  sum.assets += judged.length;
  sum.admitted += judged.filter(({ admission }) => admission.admitted).length;
}
const seconds = (performance.now() - started) / 1_000;
// Kilobytes of 1 024 bytes.
const rssMb = (process.resourceUsage().maxRSS * 1_024) / 1e6;
console.log(JSON.stringify({ ...sum, seconds, rssMb }));
