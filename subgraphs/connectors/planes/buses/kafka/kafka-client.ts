/** A message of a topic, as the client reads it. */
export interface KafkaRecord {
  partition: number;
  offset: bigint;
  key: Buffer | null;
  value: Buffer | null;
  timestamp: bigint;
}

/** What the adapter needs of a Kafka client, so that it can be tried without a broker. */
export interface KafkaClient {
  topics(): Promise<string[]>;
  /** Offsets at which each partition begins, and one behind the last message of each. */
  bounds(topic: string): Promise<{ first: readonly bigint[]; end: readonly bigint[] }>;
  /** Messages from these offsets on, as they come; ends when its reader stops. */
  messages(topic: string, from: readonly bigint[]): AsyncIterable<KafkaRecord>;
  /** Notes in the consumer group that everything before these offsets has landed. */
  commit(topic: string, offsets: ReadonlyMap<number, bigint>): Promise<void>;
  close(): Promise<void>;
}
