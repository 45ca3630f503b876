import { Command, defaultFilter } from 'cmdk';
import { Bell, BookOpenText, Building2, Clock3, Keyboard, LayoutDashboard, LogOut, MessageCircleQuestion } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSuggestions } from '../features/ask/use-suggestions.ts';
import { makePath } from '../features/dashboards/addresses.ts';
import { useLogOut } from '../features/session/use-log-out.ts';
import { settingsPath } from '../features/settings/places.ts';
import { useSettingsPlaces } from '../features/settings/use-settings-places.ts';
import { useWorkspaces } from '../features/workspaces/use-workspaces.ts';
import { PaletteThingsDocument, SampleQuestionsDocument } from '../gql/graphql.ts';
import { known } from '../graph/known.ts';
import { useGraph } from '../graph/use-graph.ts';
import { askPath, DESTINATIONS } from './navigation.ts';
import { CREATE, PLACES } from './palette-places.ts';
import { Group, Row } from './palette-row.tsx';
import { PaletteThemes } from './palette-themes.tsx';
import { PaletteThings } from './palette-things.tsx';
import { parsePages, readPages } from './recent-pages.ts';
import type { Overlay } from './shell.tsx';
import { useHelpHits } from './use-help-hits.ts';
import { useViewer } from './viewer.ts';

const RECENT = 5;
const SUGGESTED = 4;

/** Letters strewn over a long text are no match. */
const LEAST_SCORE = 0.08;
const fits = (value: string, search: string): number => {
  const score = defaultFilter(value, search);
  return score < LEAST_SCORE ? 0 : score;
};

/** Cmd-K: ask, go anywhere, make something, find what there is by name; the theme and the workspace too. */
export default function Palette({ onClose, onOpen }: { onClose: () => void; onOpen: (overlay: Overlay) => void }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const viewer = useViewer();
  const { all, enter } = useWorkspaces();
  const settings = useSettingsPlaces();
  const logOut = useLogOut();
  const tenantId = viewer?.tenant.id ?? '';
  const recent = useMemo(() => (tenantId ? parsePages(readPages(tenantId)).slice(0, RECENT) : []), [tenantId]);
  const [samples] = useGraph(SampleQuestionsDocument, { persona: viewer?.user.persona ?? null, first: 5 }, { policy: 'cache-first' });
  const [result] = useGraph(PaletteThingsDocument, {});
  const things = known(result);
  const question = text.trim();
  const suggested = useSuggestions(question, question.length > 1).filter(({ kind }) => kind === 'QUESTION');
  const help = useHelpHits(question);
  useEffect(() => {
    // What lies behind is hidden from screen readers by the dialog; the keyboard must not reach it either.
    const behind = document.querySelector<HTMLElement>('#root');
    behind?.toggleAttribute('inert', true);
    return () => {
      behind?.toggleAttribute('inert', false);
    };
  }, []);
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };

  return (
    <Command.Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      label="Command palette"
      filter={fits}
      overlayClassName="fixed inset-0 z-40 bg-scrim"
      contentClassName="panel rise fixed inset-x-3 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden shadow-raised"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        aria-label="Ask a question or type a command"
        placeholder="Ask a question or type a command"
        className="h-13 w-full border-b border-line bg-transparent px-5 text-md text-ink outline-none placeholder:text-muted"
      />
      <Command.List className="scroll-thin max-h-[56vh] overflow-y-auto p-2" aria-label="Commands">
        {question ? (
          <Group heading="Ask" always>
            <Row always icon={MessageCircleQuestion} value={`ask ${question}`} keys="↵" onSelect={() => go(askPath(question))}>
              “{question}”
            </Row>
            {suggested.slice(0, SUGGESTED).map(({ text: said, completion }) => (
              <Row
                always
                key={said}
                icon={MessageCircleQuestion}
                value={`suggested ${said}`}
                onSelect={() => go(askPath(completion.trim()))}
              >
                {said}
              </Row>
            ))}
            <Row always icon={LayoutDashboard} value={`dashboard ${question}`} onSelect={() => go(makePath(question))}>
              Make a dashboard: “{question}”
            </Row>
          </Group>
        ) : null}
        {!question && recent.length > 0 ? (
          <Group heading="Recent">
            {recent.map(({ path, title }) => (
              <Row key={path} icon={Clock3} value={`recent ${title} ${path}`} onSelect={() => go(path)}>
                {title || path}
              </Row>
            ))}
          </Group>
        ) : null}
        {!question && samples.state === 'ready' && samples.data.sampleQuestions.length > 0 ? (
          <Group heading="Questions to start with">
            {samples.data.sampleQuestions.map((sample) => (
              <Row key={sample} icon={MessageCircleQuestion} value={`sample ${sample}`} onSelect={() => go(askPath(sample))}>
                {sample}
              </Row>
            ))}
          </Group>
        ) : null}
        <Group heading="Go to">
          {DESTINATIONS.map(({ path, label, code, icon, key, apart = false }) => (
            <Row
              key={path}
              icon={icon}
              value={`go ${label} ${code ?? ''}`}
              keys={`g ${key}`}
              onSelect={() => (apart ? window.location.assign(path) : go(path))}
            >
              {label} {code ? <span className="text-muted">{code}</span> : null}
            </Row>
          ))}
          {PLACES.map(({ path, label, words, icon }) => (
            <Row key={path} icon={icon} value={`go ${label} ${words}`} onSelect={() => go(path)}>
              {label}
            </Row>
          ))}
        </Group>
        <Group heading="Make">
          {CREATE.map(({ path, label, words, icon }) => (
            <Row key={path} icon={icon} value={`make ${label} ${words}`} onSelect={() => go(path)}>
              {label}
            </Row>
          ))}
        </Group>
        {question && things ? <PaletteThings things={things} onGo={go} /> : null}
        {settings.length > 0 ? (
          <Group heading="Settings">
            {settings.map((place) => (
              <Row
                key={place.path}
                icon={place.icon}
                value={`settings ${place.label} ${place.words}`}
                onSelect={() => go(settingsPath(place))}
              >
                {place.label}
              </Row>
            ))}
          </Group>
        ) : null}
        <Group heading="This client">
          <Row icon={Bell} value="notifications news bell what happened" keys="n" onSelect={() => onOpen('notifications')}>
            Notifications
          </Row>
          {all
            .filter(({ id }) => id !== viewer?.tenant.id)
            .map((each) => (
              <Row
                key={each.id}
                icon={Building2}
                value={`workspace switch tenant ${each.name}`}
                onSelect={() => {
                  onClose();
                  void enter(each);
                }}
              >
                Switch to {each.name}
              </Row>
            ))}
          <PaletteThemes onDone={onClose} />
          <Row icon={Keyboard} value="keyboard shortcuts" keys="?" onSelect={() => onOpen('shortcuts')}>
            Keyboard shortcuts
          </Row>
          <Row icon={LogOut} value="log out sign out leave" onSelect={() => void logOut()}>
            Log out
          </Row>
        </Group>
        {help.length > 0 ? (
          <Group heading="In Help" always>
            {help.map(({ entry: { path, title, heading } }) => (
              <Row always key={path} icon={BookOpenText} value={`help ${path}`} onSelect={() => go(path)}>
                {title}
                {heading ? <span className="text-muted"> › {heading}</span> : null}
              </Row>
            ))}
          </Group>
        ) : null}
      </Command.List>
    </Command.Dialog>
  );
}
