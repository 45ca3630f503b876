import { useState } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { RadioCard } from '../../ui/radio-card.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { LONG_LABEL, REVENUE, RIGHT_TO_LEFT } from './samples.ts';
import { Specimen } from './specimen.tsx';

interface Row {
  id: string;
  name: string;
  region: string;
  amount: number | null;
}

const REGIONS = ['EMEA', 'Americas', 'Asia Pacific'];
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: `Account ${index + 1}`,
    region: REGIONS[index % REGIONS.length] ?? '',
    amount: index % 7 === 6 ? null : ((index * 7_919) % 9_000) + 120,
  }));
const FEW: Row[] = [
  ...rows(4),
  { id: 'long', name: LONG_LABEL, region: 'EMEA', amount: 12 },
  { id: 'rtl', name: RIGHT_TO_LEFT, region: 'EMEA', amount: -40 },
];
const MANY = rows(10_000);
const COLUMNS: readonly Column<Row>[] = [
  {
    name: 'Account',
    sort: ({ name }) => name,
    cell: ({ name }) => (
      <span className="line-clamp-2 max-w-80 break-words" dir="auto" title={name}>
        {name}
      </span>
    ),
  },
  { name: 'Region', sort: ({ region }) => region, cell: ({ region }) => region },
  { name: 'Amount', numeric: true, sort: ({ amount }) => amount, cell: ({ amount }) => (amount === null ? '–' : formatCount(amount)) },
];
const OPTIONS = ['Account name', 'Amount', 'Close date', 'Currency', 'Owner', 'Region', 'Stage'].map((label) => ({ value: label, label }));

/** Fields, tables and what frames them. */
export default function FormsPart() {
  const [on, setOn] = useState(true);
  const [plan, setPlan] = useState('a');
  const [attribute, setAttribute] = useState('Amount');
  const [tab, setTab] = useState<'one' | 'two'>('one');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']));
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Specimen
        name="Field"
        use="A label, then a hint or what is wrong."
        code={`<Field label="Name" hint="As people see it" problem={problems.name} value={name} onChange={…} />`}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" hint="As people see it" defaultValue="Halyard" />
          <Field label="Refused" problem="At least one character." defaultValue="" />
          <Field label="Disabled" disabled defaultValue="Cannot be changed" />
          <PasswordField label="Password" autoComplete="off" defaultValue="not a password" />
          <Choice label="Choice" options={OPTIONS} defaultValue="Amount" />
          <Combobox label="Combobox" hint="Type to find" value={attribute} options={OPTIONS} onChange={setAttribute} />
          <TextArea label="Several lines" className="sm:col-span-2" defaultValue={RIGHT_TO_LEFT} dir="auto" />
          <SearchField label="Search the samples" className="sm:col-span-2" />
        </div>
      </Specimen>
      <Specimen
        name="Switch, Checkbox, RadioCard"
        use="At once; with a form; one of a few that need a sentence."
        code={`<Checkbox label="Tell me by mail" hint="Once a day" checked={on} onChange={…} />`}
      >
        <div className="grid gap-4">
          <Switch label="Follow the source" hint="Changes come by themselves." on={on} onChange={setOn} />
          <Switch label="Busy" on busy onChange={() => undefined} />
          <Switch label="Disabled" on={false} disabled onChange={() => undefined} />
          <Checkbox label="Tell me by mail" hint="Once a day at most" defaultChecked />
          <Checkbox label={LONG_LABEL.slice(0, 120)} disabled />
          <fieldset className="grid gap-2 sm:grid-cols-2">
            <legend className="sr-only">Plan</legend>
            <RadioCard
              name="sample-plan"
              label="Ask me"
              hint="Nothing happens without you."
              checked={plan === 'a'}
              onChoose={() => setPlan('a')}
            />
            <RadioCard name="sample-plan" label="Do it" hint="Where it is safe." checked={plan === 'b'} onChoose={() => setPlan('b')} />
          </fieldset>
        </div>
      </Specimen>
      <Specimen
        name="DataTable"
        use="Heads sort; ↑ ↓ walk through rows, Space chooses, Enter opens."
        className="lg:col-span-2"
        code={`<DataTable label="Accounts" columns={columns} rows={accounts} rowKey={({ id }) => id}
  chosen={chosen} onChoose={setChosen} onOpen={open} empty="No account fits." />`}
      >
        <div className="grid gap-3">
          <DataTable
            label="Accounts"
            columns={COLUMNS}
            rows={FEW}
            rowKey={({ id }) => id}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={({ name }) => setOpened(name)}
          />
          <p className="truncate text-sm text-muted" role="status">
            {chosen.size} chosen{opened ? `, opened: ${opened}` : ''}
          </p>
        </div>
      </Specimen>
      <Specimen name="DataTable, 10,000 rows" use="Only those in sight are drawn.">
        <DataTable label="Many accounts" columns={COLUMNS} rows={MANY} rowKey={({ id }) => id} height="320px" />
      </Specimen>
      <Specimen name="DataTable, empty" use="It says why.">
        <div className="grid gap-4">
          <DataTable label="No accounts" columns={COLUMNS} rows={[]} rowKey={({ id }) => id} empty="No account fits this filter." />
          <LoadMore shown={50} total={1_204} busy={false} onMore={() => undefined} />
        </div>
      </Specimen>
      <Specimen
        name="Stat"
        use="One number, in a list of such."
        code={`<dl><Stat label="Revenue" value="1.5M" note="+4.2 % on May" course={<Sparkline points={points} className="h-8 w-24" />} /></dl>`}
      >
        <dl className="grid gap-3 sm:grid-cols-2">
          <Stat label="Revenue" value="1.5M" note="+4.2% on May" course={<Sparkline points={REVENUE.points} className="h-8 w-24" />} />
          <Stat label={LONG_LABEL} value="−12" />
        </dl>
      </Specimen>
      <Specimen
        name="Callout"
        use="Something to know beside the work."
        code={`<Callout tone="warning" title="This cannot be undone">…</Callout>`}
      >
        <div className="grid gap-3">
          <Callout title="For your information">A note.</Callout>
          <Callout tone="good">It worked.</Callout>
          <Callout tone="warning" title="This cannot be undone">
            Think first.
          </Callout>
          <Callout tone="bad" title="Two rows were refused">
            They wait in quarantine.
          </Callout>
        </div>
      </Specimen>
      <Specimen
        name="Tabs"
        use="Parts of one thing; keep the value in the address."
        code={`<Tabs label="Parts" value={tab} tabs={tabs} onChange={setTab} />`}
      >
        <Tabs
          label="Parts"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'one', label: 'Overview', panel: <p>What there is.</p> },
            { value: 'two', label: 'History', panel: <p>What there was.</p> },
          ]}
        />
      </Specimen>
      <Specimen
        name="Breadcrumb and Avatar"
        use="Where this is; who it is."
        code={`<Breadcrumb steps={[{ label: 'Connect', to: '/connections' }, { label: 'Stripe' }]} />`}
      >
        <div className="grid gap-4">
          <Breadcrumb
            steps={[{ label: 'Connect', to: '/connections' }, { label: LONG_LABEL, to: '/connections' }, { label: 'Invoices' }]}
          />
          <div className="flex items-center gap-3">
            <Avatar name="Ada Lovelace" size="small" />
            <Avatar name="Grace Brewster Hopper" />
            <Avatar name="李小龙" size="large" />
            <span className="text-muted">with the name beside it</span>
          </div>
        </div>
      </Specimen>
    </div>
  );
}
