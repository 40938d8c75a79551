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
   * last collection. A pool that was never collected counts with what is in use now, but for that
   * in which objects are made, where hardly anything survives.
   *
   * @return bytes, 0 or more
   */
  public static long bytes() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && !pool.getName().contains("Eden")) {
        MemoryUsage collected = pool.getCollectionUsage();
        MemoryUsage now = pool.getUsage();
        boolean wasCollected = collected != null && collected.getUsed() > 0;
        used += wasCollected ? Math.min(collected.getUsed(), now.getUsed()) : now.getUsed();
      }
    }
    return Math.max(0, Runtime.getRuntime().maxMemory() - used);
  }
}
