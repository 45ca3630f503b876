import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { ApiKeysDocument, ServiceAccountsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { rolesBelow } from '../members/roles.ts';
import { Listed } from '../settings/listed.tsx';
import { KeyForm } from './key-form.tsx';
import { KeyRow } from './key-row.tsx';
import { MadeKey } from './made-key.tsx';
import { ServiceAccounts } from './service-accounts.tsx';

const PAGE = 50;
const SHOWN = [
  { value: 'working', label: 'That work' },
  { value: 'all', label: 'All' },
] as const;

/** With what programs act for people and for the company. */
export default function KeysPage() {
  const viewer = useViewer();
  const can = (action: string): boolean => viewer?.actions.includes(action) ?? false;
  const [first, setFirst] = useState(PAGE);
  const [accountsShown, setAccountsShown] = useState(PAGE);
  const [shown, setShown] = useState<'working' | 'all'>('working');
  const [making, setMaking] = useState<{ account: string | null } | null>(null);
  const [made, setMade] = useState<{ name: string; secret: string; note?: string } | null>(null);
  const [result, refresh] = useGraph(ApiKeysDocument, { first, working: shown === 'working' });
  const [accounts, refreshAccounts] = useGraph(ServiceAccountsDocument, { first: accountsShown }, { pause: !can('services.read') });
  const done = (key: { name: string; secret: string; note?: string }) => {
    setMaking(null);
    setMade(key);
    refresh();
  };
  // Nobody gives a program more than they may themselves, and no program owns the company.
  const roles = viewer ? (['AGENT', ...rolesBelow(viewer.role).filter((role) => role !== 'OWNER')] as const) : [];
  return (
    <Page
      title="API keys"
      guide="api-keys"
      intro="With a key a program acts as you, or as an account of its own, within the limits you choose."
      actions={
        can('keys.write') && making === null ? (
          <Button look="primary" onClick={() => setMaking({ account: null })} data-make-key>
            <KeyRound aria-hidden size={16} /> Make a key
          </Button>
        ) : null
      }
    >
      {making ? (
        <KeyForm
          key={making.account}
          account={making.account}
          accounts={known(accounts)?.serviceAccounts.nodes ?? []}
          onMade={done}
          onClose={() => setMaking(null)}
        />
      ) : null}
      <Panel title="Keys" aside={<Segments label="Which keys" value={shown} options={SHOWN} onChange={setShown} />}>
        <Listed
          what="the keys"
          result={result}
          refresh={refresh}
          pick={({ apiKeys }) => apiKeys}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={KeyRound} title={shown === 'working' ? 'No key works at the moment' : 'No key was ever made'}>
              Make one for each program: then you see which of them uses it, and can take it back from that one alone.
            </Empty>
          }
        >
          {(keys) => (
            <ul className="divide-y divide-line" aria-label="API keys">
              {keys.map((key) => (
                <KeyRow key={key.id} apiKey={key} viewer={viewer} may={can('keys.write')} onMade={done} onChange={refresh} />
              ))}
            </ul>
          )}
        </Listed>
      </Panel>
      {can('services.read') ? (
        <ServiceAccounts
          result={accounts}
          refresh={() => {
            refreshAccounts();
            refresh();
          }}
          roles={roles}
          onKey={can('services.write') ? (account) => setMaking({ account }) : null}
          onMore={() => setAccountsShown((count) => count + PAGE)}
        />
      ) : null}
      {made ? <MadeKey {...made} onClose={() => setMade(null)} /> : null}
    </Page>
  );
}
