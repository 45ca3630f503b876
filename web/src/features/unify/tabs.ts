/** The pages of the Unify stage, each with an address of its own. */
export const UNIFY_TABS = [
  { to: '/ontology', label: 'Model', end: true },
  { to: '/ontology/edit', label: 'Editor' },
  { to: '/ontology/mappings', label: 'Mappings' },
  { to: '/ontology/resolution', label: 'Resolution' },
  { to: '/ontology/quality', label: 'Quality' },
  { to: '/ontology/lineage', label: 'Lineage' },
  { to: '/ontology/views', label: 'Views' },
] as const;
