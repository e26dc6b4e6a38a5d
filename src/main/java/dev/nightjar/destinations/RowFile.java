package dev.nightjar.destinations;

import java.io.Closeable;
import java.io.IOException;

/** A file that rows are written into. Closing completes it. */
interface RowFile extends Closeable {

  /** Writes some of a chunk's rows, the last one excluded. */
  void write(Chunk chunk, int from, int to) throws IOException;
}
