/** One process of the scaled topology, up and ready. */
export interface ScaledProcess {
  /** Where it answers: a gateway's door, a subgraph's graph, a worker's health. */
  url: string;
  /** Finishes what is open, in order. */
  stop(): Promise<void>;
}
