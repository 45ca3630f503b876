import { SaveMcpServerDocument } from '../../gql/graphql.ts';
import type { McpServerFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';

interface McpServerFormProps {
  /** The one to change; null for a new one. */
  server: McpServerFieldsFragment | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A server whose tools agents may use: where it answers, with what token, and which of its tools. */
export function McpServerForm({ server, onClose, onSaved }: McpServerFormProps) {
  const run = useRun();
  const form = useDraftForm(['name', 'url', 'token', 'allowedTools'], () => ({
    name: server?.name ?? '',
    url: server?.url ?? '',
    token: '',
    forget: false,
    allowed: server?.allowedTools ?? [],
  }));
  const { draft, set, field, beside, send } = form;
  const tools = [...new Set([...(server?.offeredTools ?? []), ...draft.allowed])].toSorted();
  const save = async () => {
    const { name, url, token, forget, allowed } = draft;
    // Left out, the token that there is stays.
    const sent = forget ? { token: null } : token === '' ? {} : { token };
    const saved = await send(
      run(SaveMcpServerDocument, { input: { name, url, ...sent, allowedTools: [...allowed] } }),
      (data) => data.saveMcpServer,
    );
    if (!saved) return;
    const { problem, offeredTools } = saved.server;
    if (problem) notify('warning', `${name} is saved, but could not be asked`, problem);
    else notify('success', `${name} is saved`, `It offers ${offeredTools.length} tools; choose those that agents may use.`);
    onSaved();
  };
  const turn = (tool: string, on: boolean) =>
    set({ allowed: on ? [...draft.allowed, tool] : draft.allowed.filter((each) => each !== tool) });
  return (
    <FormSheet
      title={server ? `Change: ${server.name}` : 'A server with tools for agents'}
      action={server ? 'Save' : 'Save and ask what it offers'}
      name="mcp"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Name"
          placeholder="crm"
          hint="Its tools are called mcp.<name>.<tool>."
          spellCheck={false}
          autoComplete="off"
          readOnly={server !== null}
          {...field('name')}
        />
        <Field label="Address" placeholder="https://crm.example.com/mcp" spellCheck={false} autoComplete="off" {...field('url')} />
        <Field
          label="Token"
          type="password"
          hint={server?.hasToken ? 'One is kept, sealed. Left empty: it stays.' : 'Sent along as a bearer token. Left empty: none.'}
          autoComplete="off"
          disabled={draft.forget}
          {...field('token')}
        />
        {server?.hasToken ? (
          <Checkbox
            className="sm:pt-7"
            label="Forget the token"
            checked={draft.forget}
            onChange={(event) => set({ forget: event.target.checked })}
          />
        ) : null}
      </div>
      <fieldset className="grid gap-2" data-mcp-allowed={draft.allowed.length}>
        <legend className="mb-2 text-sm font-medium">Tools that agents may use</legend>
        {tools.length === 0 ? <p className="text-sm text-muted">What it offers is known when it has been saved and asked.</p> : null}
        <div className="grid gap-1 sm:grid-cols-2">
          {tools.map((tool) => (
            <Checkbox
              key={tool}
              label={<span className="font-mono text-sm [overflow-wrap:anywhere]">{tool}</span>}
              checked={draft.allowed.includes(tool)}
              onChange={(event) => turn(tool, event.target.checked)}
            />
          ))}
        </div>
        {beside['allowedTools'] ? <p className="text-sm text-low">{beside['allowedTools']}</p> : null}
      </fieldset>
    </FormSheet>
  );
}
