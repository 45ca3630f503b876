import { Copy, Download, Pencil, Plus, Sparkles, Table2, Trash2, TrendingUp } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { notify } from '../../ui/notify.ts';
import { Progress } from '../../ui/progress.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { LONG_LABEL, RIGHT_TO_LEFT } from './samples.ts';
import { Specimen } from './specimen.tsx';

const Sheet = lazy(async () => ({ default: (await import('../../ui/sheet.tsx')).Sheet }));
const SampleMenu = lazy(() => import('./sample-menu.tsx'));
const LOOKS = ['primary', 'secondary', 'quiet', 'danger'] as const;
const TONES = ['neutral', 'accent', 'good', 'warning', 'bad'] as const;
const VIEWS = [
  { value: 'chart', label: 'Chart', icon: TrendingUp },
  { value: 'table', label: 'Table', icon: Table2 },
] as const;
const PROBLEM = {
  code: 'SAMPLE',
  message: 'This is how a failure looks.',
  todo: 'It says what happened and what to do; nothing is wrong here.',
  retry: true,
};

/** Buttons, badges, messages: what acts and what tells. */
export default function PrimitivesPart() {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [sheet, setSheet] = useState(false);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Specimen
        name="Button"
        use="One primary on a screen; danger for what cannot be undone. Busy keeps the focus."
        code={`<Button look="primary" busy={saving} onClick={save}>Save</Button>`}
      >
        <div className="grid gap-3">
          {LOOKS.map((look) => (
            <div key={look} className="flex flex-wrap gap-2">
              <Button look={look}>{look}</Button>
              <Button look={look}>
                <Plus aria-hidden size={15} /> With a sign
              </Button>
              <Button look={look} busy>
                Busy
              </Button>
              <Button look={look} disabled>
                Disabled
              </Button>
            </div>
          ))}
          <div className="flex flex-wrap items-center gap-2">
            <ButtonLink to="/design">A link</ButtonLink>
            <IconButton label="Copy">
              <Copy aria-hidden size={16} />
            </IconButton>
            <IconButton label="Cannot be removed" disabled>
              <Trash2 aria-hidden size={16} />
            </IconButton>
            <Button className="max-w-60">
              <span className="truncate">{LONG_LABEL}</span>
            </Button>
            <Button dir="auto">{RIGHT_TO_LEFT}</Button>
          </div>
        </div>
      </Specimen>
      <Specimen name="Badge" use="A state in a word; the tone repeats it." code={`<Badge tone="good">healthy</Badge>`}>
        <div className="grid gap-4">
          <div className="flex flex-wrap gap-2">
            {TONES.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
          </div>
          <div className="flex flex-wrap gap-5">
            <ConfidenceMark score={0.93} tier="HIGH" />
            <ConfidenceMark score={0.64} tier="MEDIUM" />
            <ConfidenceMark score={0.31} tier="LOW" />
          </div>
          <p className="text-muted">
            Press <kbd>g</kbd> <kbd>n</kbd> to ask, <kbd>?</kbd> for all keys.{' '}
            <a href="/help" className="link">
              A link among words
            </a>
            .
          </p>
        </div>
      </Specimen>
      <Specimen
        name="Segments"
        use="One of a few, at once."
        code={`<Segments label="View" value={view} options={VIEWS} onChange={setView} />`}
      >
        <Segments label="View" value={view} options={VIEWS} onChange={setView} />
      </Specimen>
      <Specimen
        name="Menu"
        use="Loaded with the first click. Arrows move, letters find."
        code={`<MenuButton label="More">{(trigger) => <MyMenu trigger={trigger} />}</MenuButton>`}
      >
        <MenuButton label="More">{(trigger) => <SampleMenu trigger={trigger} />}</MenuButton>
      </Specimen>
      <Specimen
        name="Sheet"
        use="Asks for attention; Escape leaves, and the focus goes back."
        code={`{open ? <Sheet title="Rename" onClose={close}>…</Sheet> : null}`}
      >
        <Button onClick={() => setSheet(true)}>
          <Pencil aria-hidden size={15} /> Open a sheet
        </Button>
        {sheet ? (
          <Suspense fallback={null}>
            <Sheet title="A sheet" onClose={() => setSheet(false)}>
              <p>What is asked, and the buttons that answer.</p>
            </Sheet>
          </Suspense>
        ) : null}
      </Specimen>
      <Specimen
        name="Tooltip"
        use="More words for what has the pointer or the focus."
        code={`<Tooltip text="Net of credit notes"><Button>Revenue</Button></Tooltip>`}
      >
        <Tooltip text="Said after a moment, put away by Escape.">
          <Button>Point here</Button>
        </Tooltip>
      </Specimen>
      <Specimen
        name="notify"
        use="What was done, with a way back."
        code={`notify('success', 'Removed', undefined, { label: 'Undo', run: restore });`}
      >
        <Button
          onClick={() =>
            notify('success', 'The sample was removed', 'It never existed.', { label: 'Undo', run: () => notify('message', 'It is back') })
          }
        >
          <Trash2 aria-hidden size={15} /> Remove the sample
        </Button>
      </Specimen>
      <Specimen name="Progress" use="How far; or that something is being done." code={`<Progress label="Reading" value={0.4} />`}>
        <div className="grid gap-4">
          <Progress label="Four tenths" value={0.4} />
          <Progress label="Done" value={1} />
          <Progress label="Busy" value={null} />
        </div>
      </Specimen>
      <Specimen name="Loading" use="Grey bars, said once." code={`<Loading label="Loading the accounts" />`}>
        <Loading label="A sample that goes on loading" lines={3} />
      </Specimen>
      <Specimen name="ProblemNote" use="What happened, what to do, its code." code={`<ProblemNote problem={problem} onRetry={refresh} />`}>
        <ProblemNote problem={PROBLEM} onRetry={() => undefined} />
      </Specimen>
      <Specimen
        name="Empty"
        use="Why there is nothing, and what next."
        code={`<Empty icon={Sparkles} title="No dashboards yet" actions={…}>…</Empty>`}
      >
        <Empty icon={Sparkles} title="Nothing here yet" actions={<Button look="primary">Begin</Button>}>
          It says why, and offers the first step.
        </Empty>
      </Specimen>
      <Specimen
        name="Disclosure and CodeBlock"
        use="Opened when wanted."
        code={`<Disclosure summary="The SQL"><CodeBlock label="The SQL" code={sql} /></Disclosure>`}
      >
        <Disclosure summary="The SQL" open>
          <CodeBlock label="Sample SQL" code={'select region, sum(amount)\nfrom invoices\ngroup by region'} />
        </Disclosure>
        <p className="mt-3 flex items-center gap-2 text-sm text-muted">
          <Download aria-hidden size={14} /> Every table and chart can be taken along as CSV.
        </p>
      </Specimen>
    </div>
  );
}
