import {
  Activity,
  Braces,
  CreditCard,
  Database,
  FileSpreadsheet,
  Handshake,
  Landmark,
  LifeBuoy,
  Puzzle,
  Warehouse,
  Webhook,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

interface CategoryLook {
  label: string;
  icon: LucideIcon;
  /** A colour of its own; the icon and the word say the same. */
  hue: string;
}

const OTHER: CategoryLook = { label: 'Others', icon: Puzzle, hue: 'text-muted' };

const LOOKS: Readonly<Record<string, CategoryLook>> = {
  CRM: { label: 'Customers', icon: Handshake, hue: 'text-growth' },
  BILLING: { label: 'Billing', icon: CreditCard, hue: 'text-finance' },
  FINANCE: { label: 'Finance', icon: Landmark, hue: 'text-finance' },
  SUPPORT: { label: 'Support', icon: LifeBuoy, hue: 'text-people' },
  OBSERVABILITY: { label: 'Observability', icon: Activity, hue: 'text-operations' },
  DATABASE: { label: 'Databases', icon: Database, hue: 'text-product' },
  WAREHOUSE: { label: 'Warehouses', icon: Warehouse, hue: 'text-product' },
  FILES: { label: 'Files', icon: FileSpreadsheet, hue: 'text-growth' },
  API: { label: 'Any API', icon: Braces, hue: 'text-operations' },
  EVENTS: { label: 'Events', icon: Webhook, hue: 'text-people' },
};

/** How a group of the catalogue looks; groups that are new here stand under “Others”. */
export function categoryLook(category: string): CategoryLook {
  return LOOKS[category] ?? OTHER;
}
