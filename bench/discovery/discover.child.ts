import { createReadStream } from 'node:fs';
import { telemetryFiles } from '../../subgraphs/assets/discovery/formats/telemetry-files.ts';
import { DEFAULT_POLICY } from '../../subgraphs/assets/discovery/policy/policy.ts';
import { discover, momentOfSources, type Source } from '../../subgraphs/assets/discovery/report/discover.ts';
import type { Moment } from '../../subgraphs/assets/discovery/snapshot/moment.ts';

/** Discovers what the files of the folder that is given hold, and prints as one line what it took of a process that does nothing else. */
const started = performance.now();
const [folder = '.'] = process.argv.slice(2);
const now = Date.now();
const sum = { files: 0, unreadable: new Array<string>(), observations: 0, assets: 0, admitted: 0, read: 0, taken: 0, kept: 0, refused: 0 };

/** Snapshots are of a company and a moment each; all other telemetry is of one company, as of now. */
const rest: Source[] = [];
for (const { name, path } of await telemetryFiles(folder)) {
  const source = { name, read: () => createReadStream(path) };
  const moment = await momentOfSources([source]);
  if (moment === null) rest.push(source);
  else await add([source], moment);
}
await add(rest, { asOf: now, latest: now });

const seconds = (performance.now() - started) / 1_000;
// Kilobytes of 1 024 bytes.
const rssMb = (process.resourceUsage().maxRSS * 1_024) / 1e6;
console.log(JSON.stringify({ ...sum, seconds, rssMb }));

async function add(sources: readonly Source[], moment: Moment): Promise<void> {
  const { readings, judged } = await discover(sources, DEFAULT_POLICY, moment);
  for (const { file, format, lists } of readings) {
    sum.files += 1;
    if (format === null) sum.unreadable.push(file);
    for (const [list, { read, taken, kept, refused }] of lists) {
      if (taken + kept + refused !== read) throw new Error(`${file}: records of ${list} were lost`);
      // What is no snapshot has no planes: each of its records was observed somewhere.
      if (format !== 'SNAPSHOT' || list === 'discovery.observations') sum.observations += read;
      sum.read += read;
      sum.taken += taken;
      sum.kept += kept;
      sum.refused += refused;
    }
  }
  sum.assets += judged.length;
  sum.admitted += judged.filter(({ admission }) => admission.admitted).length;
}
