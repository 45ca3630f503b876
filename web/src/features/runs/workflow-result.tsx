import { CodeBlock } from '../../ui/code-block.tsx';
import { Panel } from '../../ui/page.tsx';

/** What a run was given, and what came of it. */
export function WorkflowResult({ input, output }: { input: unknown; output: unknown }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title="What it was given">
        {input == null ? (
          <p className="text-muted">Nothing.</p>
        ) : (
          <CodeBlock code={JSON.stringify(input, null, 2)} label="Input of the run" />
        )}
      </Panel>
      <Panel title="What came of it">
        {output == null ? (
          <p className="text-muted">Nothing yet.</p>
        ) : (
          <CodeBlock code={JSON.stringify(output, null, 2)} label="Output of the run" />
        )}
      </Panel>
    </div>
  );
}
