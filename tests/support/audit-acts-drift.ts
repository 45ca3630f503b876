import type { Run } from './audit-acts.ts';

interface Seen {
  repairs: { nodes: { id: string; status: string; changes: { from: string[] }[] }[] };
  drifts: { nodes: { id: string; proposal: { changes: { from: string[] }[] } | null }[] };
  quarantineCounts: { object: { id: string } }[];
  connections: { nodes: { id: string }[] };
}

/** Everything that can be decided about sources that have changed: what the story of drift has left waiting. */
export async function driftActs(run: Run): Promise<void> {
  const seen =
    (await run(`{ repairs { nodes { id status changes { from } } } drifts(filter: { statuses: [OPEN] }) { nodes { id proposal { changes { from } } } }
    quarantineCounts { object { id } } connections { nodes { id } } }`)) as never as Seen;
  const sure = ({ changes }: { changes: { from: string[] }[] }): boolean => changes.every(({ from }) => from.length > 0);
  const [accepted, rejected] = seen.repairs.nodes.filter((repair) => repair.status === 'PROPOSED' && sure(repair));
  const applied = seen.repairs.nodes.find(({ status }) => status === 'APPLIED');
  const decide = (what: string, id: string | undefined): Promise<unknown> =>
    run(`mutation ($id: ID!) { ${what}(id: $id) { __typename ... on InputRefused { problems { code } } } }`, { id });
  const last = seen.quarantineCounts.at(-1)?.object.id;
  await run('mutation ($id: ID!) { discardQuarantined(objectId: $id) { __typename } }', { id: last });
  await decide('acceptRepair', accepted?.id);
  await decide('rejectRepair', rejected?.id);
  await decide('rollBackRepair', applied?.id);
  const unsure = seen.drifts.nodes.find(({ proposal }) => proposal !== null && !sure(proposal));
  await decide('dismissDrift', unsure?.id);
  await decide('observeConnection', seen.connections.nodes[0]?.id);
  const objectId = seen.quarantineCounts[0]?.object.id;
  await run('mutation ($id: ID!) { replayQuarantine(objectId: $id) { __typename } }', { id: objectId });
}
