import { ArrowRight, LayoutDashboard, Sparkles, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import type { OverviewQuery } from '../../gql/graphql.ts';
import { ButtonLink, IconButton } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { makePath } from '../dashboards/addresses.ts';
import { HeroSky } from './hero-sky.tsx';

/** What people who run a company want to know first; the demo company's systems hold the answers. */
const QUESTIONS = [
  'What is our actual MRR?',
  'Where do we overspend?',
  'Which deals are at risk?',
  'What is our true pipeline?',
  'Are SLAs met?',
  'What affects customer health?',
] as const;

const dismissedKey = (tenantId: string) => `autonomos.demo-welcome.${tenantId}`;

function wasDismissed(tenantId: string): boolean {
  try {
    return localStorage.getItem(dismissedKey(tenantId)) !== null;
  } catch {
    return false;
  }
}

interface DemoHeroProps {
  name: string;
  tenantId: string;
  /** Somebody looks through eyes of their own, which see something else first. */
  quiet: boolean;
  data: OverviewQuery;
}

/** The demo company's welcome: what it is, and what to ask it; while it is loaded, that it is. Put away, it stays away. */
export function DemoHero({ name, tenantId, quiet, data }: DemoHeroProps) {
  const [dismissed, setDismissed] = useState(() => wasDismissed(tenantId));
  const records = data.entityTypes.nodes.reduce((sum, each) => sum + each.recordCount, 0);
  const { nodes } = data.connections;
  const systems = nodes.filter((each) => each.mappingProposal?.status === 'PUBLISHED').map((each) => each.name);
  // With most of them in, most questions have their answers.
  const loading = systems.length === 0 || systems.length * 2 < nodes.length;
  if ((dismissed || quiet) && !loading) return null;
  const dismiss = () => {
    setDismissed(true);
    try {
      localStorage.setItem(dismissedKey(tenantId), 'yes');
    } catch {
      // It stays away as long as the page.
    }
  };
  return (
    <section
      aria-label="The demo company"
      data-demo-hero={loading ? 'loading' : 'ready'}
      className="sky relative overflow-hidden [--sky-x:88%] rounded-xl border border-line p-5 sm:px-7 sm:py-6"
    >
      <HeroSky />
      {loading ? null : (
        <IconButton label="Put this welcome away" className="absolute top-3 right-3 z-10" onClick={dismiss} data-dismiss-welcome>
          <X aria-hidden size={17} />
        </IconButton>
      )}
      <div className="relative grid max-w-[860px] gap-1.5">
        <h2 className="text-lg font-semibold tracking-tight">{loading ? `${name} is being loaded` : `Ask ${name} anything`}</h2>
        <p className="max-w-[78ch] text-muted">
          {loading
            ? 'A software company with two years behind it: its systems are read, matched and unified right now, the way yours will be. It takes half a minute.'
            : `${plural(records, 'record')} from ${listed(systems)}, unified. Start with what anyone who runs a company wants to know.`}
        </p>
        {loading ? null : (
          <>
            <ul className="mt-2 flex flex-wrap gap-2" aria-label="Key questions">
              {QUESTIONS.map((question) => (
                <li key={question}>
                  <Link
                    to={askPath(question)}
                    data-question={question}
                    className="inline-flex min-h-8 items-center gap-2 rounded-full border border-control bg-surface/70 px-3 text-sm transition-colors hover:border-accent hover:bg-accent-soft"
                  >
                    <Sparkles aria-hidden size={14} className="text-accent" /> {question}
                  </Link>
                </li>
              ))}
            </ul>
            <ButtonLink look="primary" to={makePath('CFO dashboard')} className="mt-3 justify-self-start">
              <LayoutDashboard aria-hidden size={16} /> Make the CFO’s dashboard <ArrowRight aria-hidden size={16} />
            </ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
