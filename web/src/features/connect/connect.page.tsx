import { useSearchParams } from 'react-router';
import { Page } from '../../ui/page.tsx';
import { DemoNote } from '../workspaces/demo-note.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { PostgresForm } from './postgres-form.tsx';
import { ServerFolderPicker } from './server-folder.tsx';
import { SourceChoice, SOURCES } from './source-choice.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { VendorForm } from './vendor-form.tsx';

/** The first step: where the data come from. The choice is in the address (?from=postgres). */
export default function ConnectPage() {
  const [search, setSearch] = useSearchParams();
  const from = SOURCES.find((each) => each.value === search.get('from'))?.value ?? 'upload';
  return (
    <Page
      title="Connect data"
      intro="Types, dates, keys and links between tables are found by themselves. Nothing at the source is ever changed."
      className="!max-w-[1040px]"
    >
      <DemoNote />
      <FlowSteps at={0} />
      <SourceChoice value={from} onChange={(value) => setSearch(value === 'upload' ? {} : { from: value }, { replace: true })} />
      {from === 'upload' ? <UploadPanel /> : null}
      {from === 'server' ? <ServerFolderPicker /> : null}
      {from === 'postgres' ? <PostgresForm /> : null}
      {from === 'vendor' ? <VendorForm /> : null}
    </Page>
  );
}
