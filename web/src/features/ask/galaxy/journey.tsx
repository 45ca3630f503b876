import { ChevronRight, Pin } from 'lucide-react';
import { Fragment } from 'react';

const STEP = 'block max-w-36 min-h-7 shrink-0 truncate rounded-sm px-1.5 leading-7';

interface JourneyProps {
  /** The questions that were in the middle before, the first first. */
  via: readonly string[];
  question: string;
  /** How many numbers are around the answer. */
  related: number;
  /** Questions of pinned planets that this galaxy has not. */
  elsewhere: readonly string[];
  onGo: (question: string) => void;
}

/** The way from the first question to this one, each step to go back to; and the pinned planets that are not in this sky. */
export function Journey({ via, question, related, elsewhere, onGo }: JourneyProps) {
  return (
    <div className="one-line flex min-w-0 flex-1 items-center overflow-x-auto pr-8 text-xs" data-journey={via.length}>
      {via.length === 0 ? (
        <p className="shrink-0 px-1.5 whitespace-nowrap text-muted">
          {related === 0 ? 'Nothing is known to relate to it' : `${related} related ${related === 1 ? 'metric' : 'metrics'}`}
        </p>
      ) : (
        <nav aria-label="Journey" className="flex shrink-0 items-center">
          {via.map((step) => (
            <Fragment key={step}>
              <button
                type="button"
                dir="auto"
                className={`${STEP} text-accent transition-colors hover:bg-raised`}
                title={`Back to “${step}”`}
                onClick={() => onGo(step)}
              >
                {step}
              </button>
              <ChevronRight aria-hidden size={12} className="shrink-0 text-muted" />
            </Fragment>
          ))}
          <span aria-current="step" dir="auto" className={`${STEP} font-medium text-ink`}>
            {question}
          </span>
        </nav>
      )}
      {elsewhere.map((pinned) => (
        <button
          key={pinned}
          type="button"
          dir="auto"
          title={`Pinned; not in this galaxy. Put “${pinned}” in the middle`}
          className="ml-1.5 inline-flex min-h-7 max-w-44 shrink-0 items-center gap-1 rounded-full border border-line px-2 text-ink hover:bg-raised"
          onClick={() => onGo(pinned)}
        >
          <Pin aria-hidden size={12} className="shrink-0 text-accent" />
          <span className="truncate">{pinned}</span>
        </button>
      ))}
    </div>
  );
}
