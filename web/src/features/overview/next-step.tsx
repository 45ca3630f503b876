import { ArrowRight, Flag } from 'lucide-react';
import type { OverviewQuery } from '../../gql/graphql.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { nextStepOf } from './stages.ts';

/** The one thing to do next, in a line; nothing when everything that is connected can be asked about. */
export function NextStep({ data }: { data: OverviewQuery }) {
  const step = nextStepOf(data);
  if (!step) return null;
  return (
    <section
      aria-label="Next step"
      data-next-step
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-accent bg-accent-soft p-4"
    >
      <Flag aria-hidden size={20} className="shrink-0 text-accent" />
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold">{step.title}</h2>
        <p className="text-muted">{step.text}</p>
      </div>
      <ButtonLink to={step.path} look="primary">
        {step.action} <ArrowRight aria-hidden size={16} />
      </ButtonLink>
    </section>
  );
}
