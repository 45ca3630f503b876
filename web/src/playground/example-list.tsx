import type { GraphiQLPlugin } from '@graphiql/react';
import { Lightbulb } from 'lucide-react';
import { examplesFor } from './examples.ts';
import type { Questions } from './examples.ts';
import { OperationList } from './operation-list.tsx';

function ExampleList({ questions }: { questions: Questions }) {
  const groups = [...Map.groupBy(examplesFor(questions), (each) => each.group)];
  return (
    <section aria-label="Examples" className="playground-panel">
      <h2>Examples</h2>
      <p>Each opens in a tab of its own, ready to run.</p>
      {groups.map(([group, examples]) => (
        <OperationList key={group} heading={group} operations={examples} />
      ))}
    </section>
  );
}

/** GraphiQL's side panel with the prepared operations. Made once: GraphiQL tells plugins apart by identity. */
export function examplesPlugin(questions: Questions): GraphiQLPlugin {
  return {
    title: 'Examples',
    icon: () => <Lightbulb aria-hidden size={20} strokeWidth={1.75} />,
    content: () => <ExampleList questions={questions} />,
  };
}
