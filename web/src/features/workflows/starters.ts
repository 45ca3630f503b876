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
      to: { role: OPERATOR }
      title: Runs were looked at
      body: "There are {{ steps.look.output.data.runs.totalCount }} runs."
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
      connections: "{{ steps.look.output.data.connections.totalCount }}"
    onExpiry: REJECT
  - id: tell
    kind: TOOL
    title: Tell everybody
    dependsOn: [ask]
    tool: notify
    input:
      to: { role: OPERATOR }
      title: Connections were counted
      body: "{{ steps.look.output.data.connections.totalCount }}"
onFailure: STOP
`,
  },
] as const;
