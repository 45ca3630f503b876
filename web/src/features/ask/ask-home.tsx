import { Cable } from 'lucide-react';
import type { Persona } from '../../gql/graphql.ts';
import { SampleQuestionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Stars } from '../../ui/stars.tsx';
import { AskBox } from './ask-box.tsx';
import { PersonaSwitch } from './persona-switch.tsx';
import { QuestionList } from './question-list.tsx';

interface AskHomeProps {
  persona: Persona | null;
  onPersona: (persona: Persona | null) => void;
  onAsk: (question: string) => void;
}

/** Before the first question: the box, and questions that this tenant's data can answer. */
export function AskHome({ persona, onPersona, onAsk }: AskHomeProps) {
  const [samples] = useGraph(SampleQuestionsDocument, { persona, first: 8 });
  const questions = samples.state === 'ready' ? samples.data.sampleQuestions : [];
  return (
    <div className="panel sky relative grid content-center justify-items-center overflow-hidden px-4 py-16 sm:px-8">
      <Stars className="absolute inset-0 size-full" />
      <svg aria-hidden className="absolute inset-0 size-full" preserveAspectRatio="xMidYMid slice" viewBox="0 0 1000 700">
        {[210, 330, 460].map((radius) => (
          <ellipse key={radius} cx="500" cy="350" rx={radius} ry={radius * 0.72} fill="none" stroke="var(--orbit)" opacity="0.45" />
        ))}
      </svg>
      <div className="relative grid w-full max-w-[720px] gap-6">
        <div className="grid gap-2 text-center">
          <p className="text-2xl font-semibold tracking-tight text-balance">What do you want to know?</p>
          <p className="text-md text-muted">In plain English. Every answer shows its sources and how sure it is.</p>
        </div>
        <AskBox question="" busy={false} autoFocus onAsk={onAsk} />
        <div className="flex justify-center">
          <PersonaSwitch persona={persona} onPersona={onPersona} />
        </div>
        {questions.length > 0 ? (
          <div className="[&_ul]:justify-center">
            <QuestionList label="Questions to start with" questions={questions} extra={persona ? { persona } : {}} />
          </div>
        ) : samples.state === 'ready' ? (
          <div className="grid justify-items-center gap-3 text-center" data-state="empty">
            <p className="text-muted">There is no data to ask about yet. Connect a few CSV or JSON files first.</p>
            <ButtonLink look="secondary" to="/connections/new" className="bg-surface">
              <Cable aria-hidden size={16} /> Connect data
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </div>
  );
}
