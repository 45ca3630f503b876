/** The pages of the Discover stage, each with an address of its own. */
export const DISCOVER_TABS = [
  { to: '/assets', label: 'Catalogue', end: true },
  { to: '/assets/findings', label: 'Findings' },
  { to: '/assets/map', label: 'Map' },
  { to: '/assets/posture', label: 'Posture' },
  { to: '/assets/scans', label: 'Scans' },
  { to: '/assets/policy', label: 'Policy' },
] as const;
