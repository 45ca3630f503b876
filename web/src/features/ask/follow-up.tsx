import { CornerDownRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';

/** Goes on from an answer in few words: “and per country?”, “same for May”, “just the big ones”. */
export function FollowUp({ onFollow }: { onFollow: (question: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="flex gap-2"
      aria-label="Go on from this answer"
      data-follow-up
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onFollow(text.trim());
      }}
    >
      <label htmlFor={id} className="sr-only">
        Go on from this answer
      </label>
      <span className="relative min-w-0 flex-1">
        <CornerDownRight aria-hidden size={15} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
        <input
          id={id}
          className={`${CONTROL} pl-9`}
          placeholder="Go on: and per country?"
          autoComplete="off"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      <Button type="submit" className="min-h-10">
        Go on
      </Button>
    </form>
  );
}

/** What a question that goes on from another was read as; asked by itself it means the same. */
export function ReadAs({ question, extra }: { question: string; extra: Record<string, string> }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted" data-read-as>
      Read as
      <Link to={askPath(question, extra)} className="link">
        {question}
      </Link>
    </p>
  );
}
