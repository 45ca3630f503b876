import { FolderOpen, HardDriveUpload } from 'lucide-react';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { ServerFolderPicker } from '../connect/server-folder.tsx';
import { UploadPanel } from '../connect/upload-panel.tsx';

/** Files come from this device or from a folder on the server; which is in the address. */
export function FilesWizard() {
  const [{ from }, set] = useSearchState(['from']);
  return (
    <div className="grid gap-5">
      <Segments
        label="Where the files are"
        value={from === 'server' ? 'server' : 'upload'}
        onChange={(next) => set({ from: next === 'server' ? 'server' : '' })}
        options={[
          { value: 'upload', label: 'On this device', icon: HardDriveUpload },
          { value: 'server', label: 'In a folder on the server', icon: FolderOpen },
        ]}
      />
      {from === 'server' ? <ServerFolderPicker /> : <UploadPanel />}
    </div>
  );
}
