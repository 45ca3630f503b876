/** One action, as the kernel's tables hold it, with its coverage spelled out as `Type.field`. */
export interface PrintedAction {
  description: string;
  audience: readonly string[];
  covers: readonly string[];
  inPerson?: true;
  byAgents?: true;
  whileFrozen?: true;
}

/** docs/permissions.md: each action, who may do it, and the fields of the graph it is. */
export function printPermissions(actions: Readonly<Record<string, PrintedAction>>): string {
  const sections = Object.entries(actions).map(([name, { description, audience, covers, inPerson, byAgents, whileFrozen }]) =>
    [
      `## ${name}`,
      '',
      `${description.charAt(0).toUpperCase()}${description.slice(1)}: ${audience.includes('PUBLIC') ? 'everybody, logged in or not' : audience.join(', ')}.${inPerson === true ? ' In person only: no API key may.' : ''}${byAgents === true ? ' Agents in their runs, too.' : ''}${whileFrozen === true ? ' Also in a frozen workspace.' : ''}`,
      '',
      ...[...Map.groupBy(covers, typeOf)].map(
        ([type, fields]) => `- \`${type}\`: ${fields.map((field) => field.slice(type.length + 1)).join(', ')}`,
      ),
      '',
    ].join('\n'),
  );
  return [
    '# Permissions',
    '',
    'Printed by `npm run schema` from the tables of actions in the code; do not edit. An operation is answered when the caller’s role may do one',
    'of the actions of each field it asks for; else all of it is refused, with UNAUTHENTICATED or FORBIDDEN. In `schema/supergraph.graphql` each',
    'field says the same as `@policy(policies: [["action"], …])`: any one of them is enough. Fields that several subgraphs answer (keys, page',
    'information, refused input) carry none; the field that leads to them decides.',
    '',
    ...sections,
  ].join('\n');
}

function typeOf(coordinate: string): string {
  return coordinate.split('.')[0] ?? coordinate;
}
