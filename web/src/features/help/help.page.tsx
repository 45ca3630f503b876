import { Link } from 'react-router';
import { ShortcutList } from '../../app/shortcut-list.tsx';
import { useViewer } from '../../app/viewer.ts';
import { SampleQuestionsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ConfidenceRing } from '../../ui/confidence-mark.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { QuestionList } from '../ask/question-list.tsx';
import { settingsPath } from '../settings/places.ts';
import { useSettingsPlaces } from '../settings/use-settings-places.ts';

const STEPS = [
  {
    title: 'Connect',
    text: 'Drop a few files, or choose a system from the catalogue. Tables, column types, dates, keys and links between tables are found by themselves. A bad row never stops the good ones: it is set aside with its line and reason.',
    path: '/connections/new',
    action: 'Connect data',
  },
  {
    title: 'Review',
    text: 'Each table is proposed as a business entity – an account, a deal, a product – or adopted as one of your own. Change what is wrong, then accept all.',
    path: '/ontology',
    action: 'See the ontology',
  },
  {
    title: 'Ask',
    text: 'Ask in plain English. The answer comes with its trend, how sure it is and why, the sources, the plan and the SQL.',
    path: '/ask',
    action: 'Ask a question',
  },
  {
    title: 'Make a dashboard',
    text: 'One sentence, such as “CFO dashboard”, gives a page of numbers, courses and splits. Move and resize what you like, ask for more, and keep it for everybody.',
    path: '/dashboards/new',
    action: 'Make one',
  },
  {
    title: 'Follow the galaxy',
    text: 'Around the answer are the metrics that relate to it. Choose one and it becomes the new centre.',
    path: '/ask',
    action: 'Open the galaxy',
  },
] as const;

const RINGS = [
  { tier: 'HIGH', text: 'High: solid ring. The question was read completely and the data supports the answer.' },
  { tier: 'MEDIUM', text: 'Medium: dashed ring. Something was assumed; the reasons say what.' },
  { tier: 'LOW', text: 'Low: dotted ring. Take it as a hint and check its sources.' },
] as const;

export default function HelpPage() {
  const places = useSettingsPlaces();
  const [samples] = useGraph(SampleQuestionsDocument, { persona: useViewer()?.user.persona ?? null, first: 8 }, { policy: 'cache-first' });
  const questions = samples.state === 'ready' ? samples.data.sampleQuestions : [];
  return (
    <Page title="Help" intro="From your own files to an answer in five minutes.">
      <ol className="grid gap-4 md:grid-cols-2 xl:grid-cols-5" aria-label="Five-minute guide">
        {STEPS.map((step, index) => (
          <li key={step.title} className="panel grid content-start gap-2 p-5">
            <span aria-hidden className="grid size-8 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent">
              {index + 1}
            </span>
            <h2 className="text-md font-semibold">{step.title}</h2>
            <p className="text-muted">{step.text}</p>
            <Link to={step.path} className="mt-1 justify-self-start font-medium text-accent underline underline-offset-3">
              {step.action}
            </Link>
          </li>
        ))}
      </ol>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="How to read an answer">
          <ul className="grid gap-3">
            {RINGS.map(({ tier, text }) => (
              <li key={tier} className="flex gap-3">
                <ConfidenceRing tier={tier} size={20} />
                <span>{text}</span>
              </li>
            ))}
            <li className="text-muted">
              In the galaxy a planet’s size is its confidence, the thin arc around it the quality of its data, its hue the business domain,
              and the orbit how directly it answers: exact, likely, or a hypothesis worth checking. Arrows show where a value went; the word
              beside says whether that is good.
            </li>
          </ul>
        </Panel>
        <Panel title="Questions to try">
          {questions.length > 0 ? (
            <QuestionList label="Questions to try" questions={questions} />
          ) : (
            <p className="text-muted">Connect data first; then questions that it can answer are listed here.</p>
          )}
        </Panel>
      </div>
      {places.length > 0 ? (
        <Panel title="You, your company, and who may do what">
          <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3" aria-label="Settings">
            {places.map((place) => (
              <li key={place.path}>
                <Link to={settingsPath(place)} className="font-medium text-accent underline underline-offset-3">
                  {place.label}
                </Link>
                <span className="block text-muted">{place.hint}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title="For programs">
        <p className="max-w-[80ch]">
          Everything on these pages is one GraphQL graph, and your own programs use the same door. The{' '}
          <a href="/playground" className="text-accent underline underline-offset-3">
            playground
          </a>{' '}
          runs operations and live subscriptions as you, with the documentation of every field and examples to start from. Each widget of a
          dashboard shows the operation behind it.
        </p>
      </Panel>
      <Panel title="Keyboard shortcuts">
        <ShortcutList />
      </Panel>
    </Page>
  );
}
