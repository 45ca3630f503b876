import type { RefObject } from 'react';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import Popover from '../../../ui/popover.tsx';
import { AskBox } from '../ask-box.tsx';
import { useHistory } from '../history.tsx';

const MOST_PLANETS = 6;
const MOST_RECENT = 4;

interface CompareChoiceProps {
  anchor: RefObject<HTMLButtonElement | null>;
  galaxy: GalaxyFieldsFragment;
  question: string;
  onCompare: (question: string) => void;
  onClose: () => void;
}

function Choices({ title, questions, onCompare }: { title: string; questions: readonly string[]; onCompare: (question: string) => void }) {
  if (questions.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="text-xs text-muted">{title}</h3>
      <ul className="grid">
        {questions.map((question) => (
          <li key={question}>
            <button
              type="button"
              dir="auto"
              data-compare-with={question}
              className="block min-h-8 w-full truncate rounded-md px-2 text-left hover:bg-accent-soft"
              onClick={() => onCompare(question)}
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which galaxy to put beside this one: any question, one of its planets, or one asked before. */
export default function CompareChoice({ anchor, galaxy, question, onCompare, onClose }: CompareChoiceProps) {
  const planets = galaxy.nodes.filter(({ orbit }) => orbit !== 'CENTRE').map((node) => node.question);
  const recent = useHistory().filter((each) => each !== question && !planets.includes(each));
  return (
    <Popover anchor={anchor} label="Compare with" align="end" className="w-[min(380px,calc(100vw-24px))] p-3" onClose={onClose}>
      <div className="grid gap-3">
        <AskBox
          question=""
          busy={false}
          autoFocus
          name="Question to compare with"
          verb="Compare"
          placeholder="Another question"
          onAsk={onCompare}
        />
        <Choices title="Asked before" questions={recent.slice(0, MOST_RECENT)} onCompare={onCompare} />
        <Choices title="Around this answer" questions={planets.slice(0, MOST_PLANETS)} onCompare={onCompare} />
      </div>
    </Popover>
  );
}
