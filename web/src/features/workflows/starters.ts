/** Texts to begin a workflow with. */
export const STARTERS = [
  {
    key: 'simple',
    label: 'Two steps',
    text: `name: my-workflow
title: My workflow
description: Looks something up and tells people about it.
input:
  most:
    type: NUMBER
    description: How many to look at.
    required: false
    default: 10
steps:
  - id: look
    kind: TOOL
    title: Look at the newest runs
    tool: graph.query
    input:
      query: "query($first: Int!) { runs(first: $first) { totalCount } }"
      variables:
        first: "{{ input.most }}"
  - id: tell
    kind: TOOL
    title: Tell the operators
    dependsOn: [look]
    tool: notify
    input:
      roles: [OPERATOR]
      title: Runs were looked at
      text: "There are {{ steps.look.output.runs.totalCount }} runs."
onFailure: STOP
`,
  },
  {
    key: 'approval',
    label: 'With an approval',
    text: `name: ask-first
title: Ask first
description: Finds out, asks a person, and goes on only with a yes.
input: {}
steps:
  - id: look
    kind: TOOL
    title: Look
    tool: graph.query
    input:
      query: "{ connections(first: 1) { totalCount } }"
  - id: ask
    kind: APPROVAL
    title: Ask a person
    dependsOn: [look]
    intent: Tell everybody how many connections there are.
    evidence:
      connections: "{{ steps.look.output.connections.totalCount }}"
    onExpiry: REJECT
  - id: tell
    kind: TOOL
    title: Tell everybody
    dependsOn: [ask]
    tool: notify
    input:
      roles: [OWNER, ADMIN, OPERATOR, ANALYST, VIEWER]
      title: Connections were counted
      text: "There are {{ steps.look.output.connections.totalCount }} connections."
onFailure: STOP
`,
  },
] as const;
