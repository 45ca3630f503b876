import { useMay } from '../../app/use-may.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { ActFrame } from '../act/act-frame.tsx';
import { McpServers } from './mcp-servers.tsx';
import { ToolHosts } from './tool-hosts.tsx';
import { ToolList } from './tool-list.tsx';

const TABS = ['tools', 'hosts', 'servers'] as const;

/** /agents/tools: what agents can do, and what they may reach outside. Tab, and what is being edited, are in the address. */
export default function ToolsPage() {
  const [{ tab: wanted, edit }, set] = useSearchState(['tab', 'edit']);
  const may = useMay('tool-hosts.manage');
  const tab = TABS.find((each) => each === wanted && (may || each === 'tools')) ?? 'tools';
  const onEdit = (id: string) => set({ edit: id });
  return (
    <ActFrame
      title="Tools"
      guide="mcp"
      intro="What agents can do, and what they may reach outside. An agent uses the tools that are named for it, and no others."
    >
      <Tabs
        label="Tools"
        value={tab}
        onChange={(value) => set({ tab: value === 'tools' ? '' : value, edit: '' })}
        tabs={[
          { value: 'tools', label: 'What they can do', panel: <ToolList /> },
          ...(may
            ? [
                { value: 'hosts' as const, label: 'Hosts outside', panel: <ToolHosts edit={edit} onEdit={onEdit} /> },
                { value: 'servers' as const, label: 'Servers of others (MCP)', panel: <McpServers edit={edit} onEdit={onEdit} /> },
              ]
            : []),
        ]}
      />
    </ActFrame>
  );
}
