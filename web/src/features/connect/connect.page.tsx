import { Tabs } from 'radix-ui';
import { useSearchParams } from 'react-router';
import { Page } from '../../ui/page.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { ServerFolderPicker } from './server-folder.tsx';
import { UploadPanel } from './upload-panel.tsx';

const TAB =
  'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 text-base text-muted transition-colors hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink';

/** The first step: which files. */
export default function ConnectPage() {
  const [search, setSearch] = useSearchParams();
  const from = search.get('from') === 'server' ? 'server' : 'upload';
  return (
    <Page
      title="Connect data"
      intro="CSV and JSON files. Types, dates, keys and links between tables are found by themselves."
      className="!max-w-[920px]"
    >
      <FlowSteps at={0} />
      <Tabs.Root value={from} onValueChange={(value) => setSearch(value === 'server' ? { from: 'server' } : {}, { replace: true })}>
        <Tabs.List aria-label="Where the files are" className="mb-5 flex gap-6 border-b border-line">
          <Tabs.Trigger value="upload" className={TAB}>
            From this computer
          </Tabs.Trigger>
          <Tabs.Trigger value="server" className={TAB}>
            Folder on the server
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="upload">
          <UploadPanel />
        </Tabs.Content>
        <Tabs.Content value="server">
          <ServerFolderPicker />
        </Tabs.Content>
      </Tabs.Root>
    </Page>
  );
}
