import type { Tool, Tools } from './tool.ts';

/** Tools that come from elsewhere and differ by tenant. */
export interface ToolSource {
  /** null: none of this source's is called that, for the tenant. */
  find(tenantId: string, name: string): Promise<Tool | null>;
  list(tenantId: string): Promise<readonly Tool[]>;
}

/** The tools that every tenant has, and those of other sources. Names of the first are never taken by the others. @throws Error when two have one name */
export function createTools(builtIn: readonly Tool[], sources: readonly ToolSource[] = []): Tools {
  const byName = new Map<string, Tool>();
  for (const tool of builtIn) {
    if (byName.has(tool.name)) throw new Error(`two tools are called ${tool.name}`);
    byName.set(tool.name, tool);
  }
  return {
    async find(tenantId, name) {
      const own = byName.get(name);
      if (own !== undefined) return own;
      for (const source of sources) {
        const found = await source.find(tenantId, name);
        if (found !== null) return found;
      }
      return null;
    },
    async list(tenantId) {
      const others = await Promise.all(sources.map((source) => source.list(tenantId)));
      return [...byName.values(), ...others.flat().filter(({ name }) => !byName.has(name))];
    },
  };
}
