import { Command } from 'cmdk';
import {
  Bell,
  Building2,
  Combine,
  CornerDownLeft,
  Database,
  GitBranch,
  HeartPulse,
  Keyboard,
  LayoutDashboard,
  LayoutGrid,
  LogOut,
  MessageCircleQuestion,
  Network,
  Plus,
  Radar,
  ShieldAlert,
  ShieldCheck,
  Shuffle,
  SunMoon,
  TableProperties,
  Waves,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { makePath } from '../features/dashboards/addresses.ts';
import { useLogOut } from '../features/session/use-log-out.ts';
import { settingsPath } from '../features/settings/places.ts';
import { useSettingsPlaces } from '../features/settings/use-settings-places.ts';
import { useWorkspaces } from '../features/workspaces/use-workspaces.ts';
import { SampleQuestionsDocument } from '../gql/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';
import { askPath, DESTINATIONS } from './navigation.ts';
import type { Overlay } from './shell.tsx';
import { useTheme } from './theme.ts';
import { useViewer } from './viewer.ts';

const ROW =
  'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-base text-ink data-[selected=true]:bg-accent-soft [&_svg]:text-muted';

function Row({
  icon: Icon,
  value,
  keys,
  onSelect,
  children,
}: {
  icon: LucideIcon;
  value: string;
  keys?: string;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={ROW}>
      <Icon aria-hidden size={16} />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys ? <kbd className="font-sans text-xs text-muted">{keys}</kbd> : null}
    </Command.Item>
  );
}

/** Pages of the Connect stage that people look for by name. */
const CONNECT_PLACES = [
  {
    path: '/connections/catalogue',
    label: 'Catalogue of connectors',
    words: 'salesforce stripe hubspot vendors systems',
    icon: LayoutGrid,
  },
  { path: '/connections/mesh', label: 'Mesh', words: 'health failed jobs error budget', icon: HeartPulse },
  { path: '/connections/flow', label: 'Flow of records', words: 'monitor lag trace slowest', icon: Waves },
  { path: '/connections/drift', label: 'Drift and repairs', words: 'schema changes approve', icon: Radar },
  { path: '/connections/quarantine', label: 'Quarantine', words: 'set aside rows bad records replay', icon: ShieldAlert },
  { path: '/connections/planes', label: 'Fabric planes', words: 'gateway kong kafka warehouse policy', icon: Network },
] as const;

/** Pages of the Unify stage that people look for by name. */
const UNIFY_PLACES = [
  { path: '/ontology/edit', label: 'Edit the model', words: 'ontology draft publish versions attribute rename', icon: GitBranch },
  { path: '/ontology/mappings', label: 'Mappings', words: 'review columns policy bulk jobs', icon: Shuffle },
  { path: '/ontology/resolution', label: 'Resolution', words: 'duplicates merge split pairs golden records', icon: Combine },
  { path: '/ontology/quality', label: 'Data quality', words: 'tests control totals coverage', icon: ShieldCheck },
  { path: '/ontology/lineage', label: 'Lineage', words: 'where from impact column metric', icon: Waypoints },
  { path: '/ontology/views', label: 'Views', words: 'partners saved fields', icon: TableProperties },
] as const;

const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted';

/** Cmd-K: go anywhere, ask anything, change the theme. */
export default function Palette({ onClose, onOpen }: { onClose: () => void; onOpen: (overlay: Overlay) => void }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { theme, toggle } = useTheme();
  const viewer = useViewer();
  const { all, enter } = useWorkspaces();
  const settings = useSettingsPlaces();
  const logOut = useLogOut();
  const elsewhere = all.filter((each) => each.id !== viewer?.tenant.id);
  const [samples] = useGraph(SampleQuestionsDocument, { persona: viewer?.user.persona ?? null, first: 5 }, { policy: 'cache-first' });
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const question = text.trim();

  return (
    <Command.Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      label="Command palette"
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
          <Command.Group heading="Ask" className={GROUP} forceMount>
            <Command.Item value={`ask ${question}`} forceMount onSelect={() => go(askPath(question))} className={ROW}>
              <MessageCircleQuestion aria-hidden size={16} />
              <span className="min-w-0 flex-1 truncate">“{question}”</span>
              <CornerDownLeft aria-hidden size={14} />
            </Command.Item>
            <Command.Item value={`dashboard ${question}`} forceMount onSelect={() => go(makePath(question))} className={ROW}>
              <LayoutDashboard aria-hidden size={16} />
              <span className="min-w-0 flex-1 truncate">Make a dashboard: “{question}”</span>
            </Command.Item>
          </Command.Group>
        ) : null}
        <Command.Group heading="Go to" className={GROUP}>
          {DESTINATIONS.map(({ path, label, code, icon, key }) => (
            <Row key={path} icon={icon} value={`go ${label} ${code ?? ''}`} keys={`g ${key}`} onSelect={() => go(path)}>
              {label} {code ? <span className="text-muted">{code}</span> : null}
            </Row>
          ))}
          <Row icon={Workflow} value="go runs syncs progress timeline" onSelect={() => go('/agents?tab=runs')}>
            Runs
          </Row>
          <Row icon={Plus} value="connect data upload files new source" onSelect={() => go('/connections/new')}>
            Connect files
          </Row>
          {CONNECT_PLACES.map(({ path, label, words, icon }) => (
            <Row key={path} icon={icon} value={`go connect ${label} ${words}`} onSelect={() => go(path)}>
              {label}
            </Row>
          ))}
          {UNIFY_PLACES.map(({ path, label, words, icon }) => (
            <Row key={path} icon={icon} value={`go unify ${label} ${words}`} onSelect={() => go(path)}>
              {label}
            </Row>
          ))}
          <Row icon={Database} value="connect postgresql database new source" onSelect={() => go('/connections/new/postgres')}>
            Connect a PostgreSQL database
          </Row>
          <Row icon={LayoutDashboard} value="new dashboard make create" onSelect={() => go('/dashboards/new')}>
            New dashboard
          </Row>
        </Command.Group>
        {samples.state === 'ready' && samples.data.sampleQuestions.length > 0 ? (
          <Command.Group heading="Questions to start with" className={GROUP}>
            {samples.data.sampleQuestions.map((sample) => (
              <Row key={sample} icon={MessageCircleQuestion} value={`sample ${sample}`} onSelect={() => go(askPath(sample))}>
                {sample}
              </Row>
            ))}
          </Command.Group>
        ) : null}
        {settings.length > 0 ? (
          <Command.Group heading="Settings" className={GROUP}>
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
          </Command.Group>
        ) : null}
        <Command.Group heading="This client" className={GROUP}>
          <Row icon={Bell} value="notifications news bell what happened" keys="n" onSelect={() => onOpen('notifications')}>
            Notifications
          </Row>
          {elsewhere.map((each) => (
            <Row
              key={each.id}
              icon={Building2}
              value={`workspace switch ${each.name}`}
              onSelect={() => {
                onClose();
                void enter(each);
              }}
            >
              Switch to {each.name}
            </Row>
          ))}
          <Row
            icon={SunMoon}
            value="theme dark light"
            keys="t"
            onSelect={() => {
              toggle();
              onClose();
            }}
          >
            {theme === 'dark' ? 'Switch to the light theme' : 'Switch to the dark theme'}
          </Row>
          <Row icon={LogOut} value="log out sign out leave" onSelect={() => void logOut()}>
            Log out
          </Row>
          <Row icon={Keyboard} value="keyboard shortcuts" keys="?" onSelect={() => onOpen('shortcuts')}>
            Keyboard shortcuts
          </Row>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
