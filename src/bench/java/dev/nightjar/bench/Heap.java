package dev.nightjar.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much memory the process needs for objects. */
public final class Heap {
  private Heap() {}

  public static void resetPeak() {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most bytes in use since the last reset. */
  public static long peak() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
