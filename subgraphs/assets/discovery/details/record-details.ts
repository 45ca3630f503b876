/** What one record says beyond what admission and class go by; a field that the record does not have is left out. */
export interface RecordDetails {
  owner?: string;
}
