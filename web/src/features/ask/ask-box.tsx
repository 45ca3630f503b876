import { ArrowRight, Calendar, Filter, Hash, MessageCircleQuestion, Shapes, Split } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { SuggestionKind } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { pressInList } from './suggestion-keys.ts';
import { useSuggestions } from './use-suggestions.ts';

const KINDS: Record<SuggestionKind, { word: string; icon: LucideIcon }> = {
  QUESTION: { word: 'question', icon: MessageCircleQuestion },
  METRIC: { word: 'metric', icon: Hash },
  DIMENSION: { word: 'split by', icon: Split },
  ENTITY: { word: 'entity', icon: Shapes },
  VALUE: { word: 'value', icon: Filter },
  TIME: { word: 'time', icon: Calendar },
};

const CLOSED = { open: false, active: -1 };

interface AskBoxProps {
  question: string;
  busy: boolean;
  autoFocus?: boolean;
  /** What the field is called, what its button says, and what stands in it while it is empty. */
  name?: string;
  verb?: string;
  placeholder?: string;
  onAsk: (question: string) => void;
}

/** The question, with typed suggestions: arrows choose, Tab takes, Enter asks. */
export function AskBox({
  question,
  busy,
  autoFocus = false,
  name = 'Your question',
  verb = 'Ask',
  placeholder = 'Ask about your data, e.g. revenue by sector',
  onAsk,
}: AskBoxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(question);
  const [list, setList] = useState(CLOSED);
  const suggestions = useSuggestions(text, list.open);
  const open = list.open && suggestions.length > 0;
  const active = Math.min(list.active, suggestions.length - 1);

  // Another question in the address (history, a planet) is shown here too.
  useEffect(() => {
    setText(question);
    setList(CLOSED);
  }, [question]);

  const take = (index: number) => {
    const suggestion = suggestions[index];
    if (!suggestion) return;
    if (suggestion.kind === 'QUESTION') {
      setList(CLOSED);
      setText(suggestion.completion);
      onAsk(suggestion.completion);
      return;
    }
    setText(`${suggestion.completion.trimEnd()} `);
    setList({ open: true, active: -1 });
    input.current?.focus();
  };

  return (
    <form
      role="search"
      aria-label={verb}
      className="relative flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setList(CLOSED);
        if (text.trim()) onAsk(text.trim());
      }}
    >
      <div className="relative min-w-0 flex-1">
        <input
          ref={input}
          data-ask-box
          role="combobox"
          aria-label={name}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          enterKeyHint="go"
          maxLength={500}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setList({ open: true, active: -1 });
          }}
          onBlur={() => setList(CLOSED)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const outcome = pressInList({ open, active }, suggestions.length, event.key, event.shiftKey);
            if (!outcome.handled) return;
            event.preventDefault();
            setList(outcome.state);
            if (outcome.take !== null) take(outcome.take);
          }}
          className="h-12 w-full rounded-lg border border-control bg-surface px-4 text-md text-ink placeholder:text-muted focus-visible:outline-offset-0"
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label="Suggestions"
          hidden={!open}
          className="panel scroll-thin absolute inset-x-0 top-[calc(100%+6px)] z-30 max-h-80 overflow-y-auto p-1.5 shadow-raised"
        >
          {suggestions.map((suggestion, index) => {
            const { word, icon: Icon } = KINDS[suggestion.kind];
            return (
              <li
                key={`${suggestion.kind} ${suggestion.text}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={classes(
                  'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3',
                  index === active ? 'bg-accent-soft' : 'hover:bg-raised',
                )}
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(index);
                }}
              >
                <Icon aria-hidden size={15} className="shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{suggestion.text}</span>
                <span className="text-xs text-muted">{word}</span>
              </li>
            );
          })}
        </ul>
      </div>
      <Button type="submit" look="primary" busy={busy} className="h-12 rounded-lg px-5 text-md">
        <span className="max-sm:sr-only">{busy ? 'Asking…' : verb}</span>
        <ArrowRight aria-hidden size={18} className="sm:hidden" />
      </Button>
    </form>
  );
}
