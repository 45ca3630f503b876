import type { Evidence } from '../gather/evidence.ts';
import type { RecordProblem } from '../snapshot/read-snapshot.ts';

/** Why a record that was read says nothing of what runs. */
export type Silence =
  /** A rule, attachment, replica: what it is part of has a record of its own. */
  | 'PART_OF_ANOTHER'
  /** A setting, secret, role. */
  | 'CONFIGURATION'
  /** Terraform looked it up; somebody else runs it. */
  | 'LOOKED_UP'
  /** A value that was made up, on no cloud. */
  | 'COMPUTED'
  | 'DELETED'
  | 'INACTIVE'
  /** A person, or a device, not an application. */
  | 'NO_APPLICATION'
  /** It comes with the platform itself. */
  | 'BUILT_IN'
  /** A log-in or request that did not succeed. */
  | 'FAILED'
  | 'REVOKED'
  /** It names an application only by an id that no directory of this scan knows. */
  | 'UNKNOWN_APPLICATION'
  /** It has neither a host nor a name. */
  | 'NO_HOST'
  /** It knows addresses of the network only. */
  | 'ADDRESS_ONLY'
  /** A look-up of an address's name. */
  | 'REVERSE_LOOKUP'
  | 'NO_SUCH_HOST';

/** Why a record, or a whole file, is kept out. */
export type Problem =
  | RecordProblem
  /** The file is none that can be read; with words that say which can. */
  | 'UNKNOWN_FORMAT'
  | 'EMPTY'
  | 'NOT_TEXT'
  /** UTF-16, which is to be saved as UTF-8. */
  | 'WRONG_ENCODING'
  | 'BROKEN_ARCHIVE'
  | 'UNCLOSED_QUOTE'
  /** A line has more or fewer cells than its header names. */
  | 'WRONG_WIDTH'
  /** A line is not written as the others of its format. */
  | 'UNREADABLE_LINE';

interface Place {
  /** The list of the document it stands in, as `Records`; empty where a file is one list. */
  list: string;
  /** Its id where it has one, else its number in its list, or its line, from 1. */
  record: string;
  /** Its number in its list, or its line, from 1. */
  number: number;
}

export interface Refused extends Place {
  kind: 'REFUSED';
  problem: Problem;
  /** What is wrong, for people, where the problem alone does not say it. */
  says?: string;
}

/** What became of one record: everything that is counted in is counted out as exactly one of these. */
export type RecordRead =
  | (Place & { kind: 'EVIDENCE'; evidence: readonly Evidence[] })
  | (Place & { kind: 'SILENT'; reason: Silence })
  | Refused;
