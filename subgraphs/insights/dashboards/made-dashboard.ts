import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredWidget } from './dashboard.entity.ts';

/** A dashboard made from a sentence, before GraphQL. */
export interface MadeDashboard {
  sentence: string;
  /** As it was asked for. */
  persona: PersonaName | null;
  /** Through whose eyes its questions are asked: the persona asked for, else the one the sentence names. */
  viewedAs: PersonaName | null;
  title: string;
  text: string;
  widgets: Omit<StoredWidget, 'id'>[];
}
