import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.ts';

type PageProps = {
  title: string;
  code?: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  hideHeading?: boolean;
  className?: string;
  /** The guide that tells about this page, by its name in docs/guides. */
  guide?: string;
};

/** A route's frame: document title, one h1 that takes the focus on arrival, an introduction and actions. */
export function Page({ title, code, intro, actions, children, hideHeading = false, className, guide }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A page that puts the caret somewhere itself (autoFocus) keeps it.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes('mx-auto grid w-full max-w-[1360px] grid-cols-[minmax(0,1fr)] gap-6 px-4 py-5 sm:px-6 sm:py-6', className)}>
      <title>{`${title} · AutonomOS`}</title>
      <header className={hideHeading ? 'sr-only' : 'flex flex-wrap items-start justify-between gap-x-6 gap-y-3'}>
        <div className="grid gap-1">
          <div className="flex items-center gap-1.5">
            <h1 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 text-xl font-semibold tracking-tight">
              {title}
              {code ? <Code>{code}</Code> : null}
            </h1>
            {guide ? (
              <Link
                to={`/help/guides/${guide}`}
                aria-label={`Guide: ${title}`}
                title="What this page is about"
                data-guide-link={guide}
                className="grid size-7 place-items-center rounded-md text-muted transition-colors hover:bg-raised hover:text-ink"
              >
                <CircleQuestionMark aria-hidden size={16} />
              </Link>
            ) : null}
          </div>
          {intro ? <p className="max-w-[72ch] text-base text-pretty text-muted">{intro}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** The short code of a stage (AOD, AAM …), beside its plain name. */
export function Code({ children }: { children: ReactNode }) {
  return <span className="rounded-sm bg-raised px-1.5 text-xs font-medium tracking-wide text-muted">{children}</span>;
}

type PanelProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string; label?: string };

/** A titled card. */
export function Panel({ title, aside, children, className, label }: PanelProps) {
  return (
    <section className={classes('panel min-w-0 p-5', className)} aria-label={label}>
      {title ? (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-md font-semibold">{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
