import { useNavigate } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { PersonaHomeDocument, SampleQuestionsDocument } from '../../gql/graphql.ts';
import type { Persona } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { AskBox } from '../ask/ask-box.tsx';
import { QuestionList } from '../ask/question-list.tsx';

const SHOWN = 6;

/** The box, and what somebody in this task asks first. */
export function AskStrip({ persona }: { persona: Persona | null }) {
  const navigate = useNavigate();
  const extra: Record<string, string> = persona ? { persona } : {};
  const [home] = useGraph(PersonaHomeDocument, { persona: persona ?? 'CFO' }, { pause: persona === null });
  const [samples] = useGraph(SampleQuestionsDocument, { persona: null, first: SHOWN }, { pause: persona !== null });
  const of = persona === null ? null : (known(home)?.personaHome ?? null);
  const key = of?.questions.filter(({ answerable }) => answerable).map(({ question }) => question) ?? [];
  const questions = persona === null ? (known(samples)?.sampleQuestions ?? []) : [...new Set([...key, ...(of?.samples ?? [])])];
  return (
    <section aria-label="Ask" className="grid gap-3" data-ask-strip={persona ?? 'ANYONE'}>
      <AskBox question="" busy={false} onAsk={(question) => void navigate(askPath(question, extra))} />
      {/* The line is there before its questions are: nothing below it moves when they come. */}
      <div className="min-h-8">
        <QuestionList label="Questions to start with" questions={questions.slice(0, SHOWN)} extra={extra} oneLine />
      </div>
    </section>
  );
}
