package io.artrec.learning.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** How much of the heap is free. */
public final class FreeHeap {
  private FreeHeap() {}

  /**
   * Returns how much of the heap could be taken: all of it, less what was in use after each pool's
   * last collection; a pool that was never collected counts with what is in use now.
   *
   * @return bytes, 0 or more
   */
  public static long bytes() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        MemoryUsage collected = pool.getCollectionUsage();
        MemoryUsage now = pool.getUsage();
        boolean wasCollected = collected != null && collected.getUsed() > 0;
        used += wasCollected ? Math.min(collected.getUsed(), now.getUsed()) : now.getUsed();
      }
    }
    return Math.max(0, Runtime.getRuntime().maxMemory() - used);
  }
}
