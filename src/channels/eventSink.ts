/** A connection that events are written to, whatever serves it. */
export interface EventSink {
  /** False when the reader is behind: write no more until it has drained. */
  write(text: string): boolean;
  /** Bytes written that the reader's connection has not taken yet. */
  buffered(): number;
  /** Called each time that the reader has caught up. */
  onDrain(run: () => void): void;
  /** Called once, when the connection has ended, whoever ended it. */
  onClose(run: () => void): void;
  /** Ends the connection; what the reader has not taken may be lost. */
  close(): void;
}
