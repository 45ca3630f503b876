import { CircleHelp } from 'lucide-react';
import { Link } from 'react-router';
import { PersonaHomeDocument } from '../../gql/graphql.ts';
import type { Persona } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Panel } from '../../ui/page.tsx';

/** Questions of a persona that the data cannot answer yet, with what each lacks; nothing when all can be answered. */
export function Missing({ persona }: { persona: Persona }) {
  const [home] = useGraph(PersonaHomeDocument, { persona });
  const missing = known(home)?.personaHome.questions.filter(({ answerable }) => !answerable) ?? [];
  if (missing.length === 0) return null;
  return (
    <Panel
      title="Not answerable yet"
      aside={
        <Link to="/connections/new" className="text-sm text-accent underline underline-offset-3">
          Connect more
        </Link>
      }
      className="md:col-span-2 xl:col-span-3"
    >
      <ul className="grid gap-x-8 gap-y-2.5 md:grid-cols-2" aria-label="Not answerable yet" data-missing-questions={missing.length}>
        {missing.map(({ question, text, needs }) => (
          <li key={question} className="flex items-start gap-3">
            <CircleHelp aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
            <p className="grid min-w-0">
              <span className="font-medium">{question}</span>
              <span className="text-sm text-muted">{needs ?? text}</span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
