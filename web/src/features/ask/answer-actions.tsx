import { ClipboardCopy, Link2 } from 'lucide-react';
import { lazy } from 'react';
import type { AnswerFieldsFragment, Persona } from '../../gql/graphql.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { notify } from '../../ui/notify.ts';

const AnswerMenu = lazy(() => import('./answer-menu.tsx'));

/** Puts a text where it can be pasted from, and says so; a browser that refuses is told of too. */
async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify('success', done);
  } catch {
    notify('error', 'The browser does not let this page copy', 'Select the text and copy it by hand.');
  }
}

/** The answer to take along: its value, what it says, how sure it is, and where to see it. */
function asText(answer: AnswerFieldsFragment): string {
  const sure = `${answer.confidence.tier.toLowerCase()} confidence, ${Math.round(answer.confidence.score * 100)}%`;
  return [answer.question, answer.text, sure, window.location.href].join('\n');
}

/** What can be done with an answer: share and copy it at once, the rest in a menu. */
export function AnswerActions({ answer, persona }: { answer: AnswerFieldsFragment; persona: Persona | null }) {
  return (
    <span className="ml-auto inline-flex" data-answer-actions>
      <IconButton label="Copy a link to this answer" onClick={() => void copy(window.location.href, 'The link is copied')}>
        <Link2 aria-hidden size={16} />
      </IconButton>
      <IconButton label="Copy the answer" data-copy-answer onClick={() => void copy(asText(answer), 'The answer is copied')}>
        <ClipboardCopy aria-hidden size={16} />
      </IconButton>
      <MenuButton label="More to do with this answer">
        {(trigger) => <AnswerMenu trigger={trigger} answer={answer} persona={persona} />}
      </MenuButton>
    </span>
  );
}
