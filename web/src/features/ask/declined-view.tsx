import {
  Building2,
  CircleHelp,
  CodeXml,
  Database,
  GitFork,
  Languages,
  Lock,
  MessageCircle,
  PackageX,
  ShieldX,
  TextQuote,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { DeclinedFieldsFragment, DeclineReason } from '../../gql/graphql.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Panel } from '../../ui/page.tsx';
import { Interpretation } from './interpretation.tsx';
import { QuestionList } from './question-list.tsx';

const REASONS: Record<DeclineReason, { title: string; icon: LucideIcon }> = {
  NOT_UNDERSTOOD: { title: 'Part of this was not understood', icon: CircleHelp },
  NOT_AVAILABLE: { title: 'Your data cannot answer this yet', icon: PackageX },
  NOT_PERMITTED: { title: 'Your role does not see that', icon: Lock },
  PERSONAL_DATA: { title: 'It holds personal data that stays out of questions', icon: Lock },
  AMBIGUOUS: { title: 'This can mean more than one thing', icon: GitFork },
  NO_DATA: { title: 'There is no data to answer from', icon: Database },
  EMPTY: { title: 'Nothing was asked', icon: CircleHelp },
  TOO_LONG: { title: 'This is longer than a question may be', icon: TextQuote },
  NOT_ENGLISH: { title: 'Questions are asked in English', icon: Languages },
  CODE: { title: 'Questions are asked in plain English, not in code', icon: CodeXml },
  INSTRUCTIONS: { title: 'This is no question about your data', icon: ShieldX },
  OTHER_COMPANY: { title: 'Only your own company’s data is here', icon: Building2 },
  SMALL_TALK: { title: 'This asks nothing about the business', icon: MessageCircle },
  HELP: { title: 'What can be asked', icon: CircleHelp },
};

/** Reasons that more data would mend. */
const OF_DATA: ReadonlySet<DeclineReason> = new Set(['NOT_UNDERSTOOD', 'NOT_AVAILABLE', 'NO_DATA']);

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      <ul className="grid list-disc gap-1 pl-5 marker:text-muted">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

/** No answer, honestly: what was not understood, what is missing, and what would help. */
export function DeclinedView({ declined, extra }: { declined: DeclinedFieldsFragment; extra: Record<string, string> }) {
  const { title, icon: Icon } = REASONS[declined.reason];
  return (
    <Panel label="No answer" className="mx-auto w-full max-w-[860px] sm:p-8">
      <div className="grid gap-5" data-declined={declined.reason}>
        <div className="flex gap-4">
          <span className="grid size-11 shrink-0 place-items-center rounded-full bg-medium-soft text-medium">
            <Icon aria-hidden size={20} />
          </span>
          <div className="grid gap-1">
            <h2 className="text-lg font-semibold">{title}</h2>
            <p className="text-md">{declined.text}</p>
          </div>
        </div>
        {declined.interpretation.length > 0 ? (
          <section className="grid gap-2">
            <h3 className="text-sm font-medium text-muted">How the question was read</h3>
            <Interpretation tokens={declined.interpretation} question={declined.question} />
          </section>
        ) : null}
        <Names title="Not understood" names={declined.notUnderstood} />
        <Names title="Missing" names={declined.missing} />
        <Names title="What would help" names={declined.wouldHelp} />
        {declined.suggestions.length > 0 ? (
          <section className="grid gap-2">
            <h3 className="text-sm font-medium text-muted">{declined.reason === 'HELP' ? 'For example' : 'Ask instead'}</h3>
            <QuestionList label="Questions to ask instead" questions={declined.suggestions} extra={extra} />
          </section>
        ) : null}
        {OF_DATA.has(declined.reason) ? (
          <div className="flex flex-wrap gap-2 border-t border-line pt-5">
            <ButtonLink to="/connections/new">Connect data</ButtonLink>
            <ButtonLink to="/ontology" look="quiet">
              See what is mapped
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
