import { ExternalLink } from 'lucide-react';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { DraftWidget } from './draft.ts';

/** The address at which the playground opens an operation. */
function playgroundPath({ query, variables }: DraftWidget['operation']): string {
  return `/playground?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;
}

/** The operation behind a widget: to read, to copy, to run. */
export default function OperationSheet({ widget, onClose }: { widget: DraftWidget; onClose: () => void }) {
  const { query, variables } = widget.operation;
  return (
    <Sheet title={widget.title} onClose={onClose}>
      <div className="grid gap-4" data-operation>
        <p className="text-muted">
          “{widget.question}” as the GraphQL operation that any program can send to <code className="font-mono text-sm">/graphql</code>.
        </p>
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium text-muted">Operation</h3>
          <CodeBlock label="Operation" code={query} />
        </section>
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium text-muted">Variables</h3>
          <CodeBlock label="Variables" code={JSON.stringify(variables, null, 2)} />
        </section>
        <a
          href={playgroundPath(widget.operation)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-9 items-center gap-2 justify-self-start rounded-md border border-control px-3.5 font-medium transition-colors hover:bg-raised"
        >
          <ExternalLink aria-hidden size={15} /> Open in the playground
        </a>
      </div>
    </Sheet>
  );
}
