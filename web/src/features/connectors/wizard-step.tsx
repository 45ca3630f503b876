import type { ReactNode } from 'react';

/** One numbered part of the wizard; all parts are on one page, so that none has to be remembered. */
export function WizardStep({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="panel grid gap-4 p-5" aria-label={title}>
      <h2 className="flex items-center gap-2.5 text-md font-semibold">
        <span aria-hidden className="grid size-6 place-items-center rounded-full border border-accent text-xs font-semibold text-accent">
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
