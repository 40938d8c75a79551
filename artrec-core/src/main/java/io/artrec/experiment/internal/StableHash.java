package io.artrec.experiment.internal;

import java.nio.charset.StandardCharsets;

/**
 * A hash that is the same in every process and version: FNV-1a over the UTF-8 bytes from a seeded
 * start, finished by the mixing function of MurmurHash3 (Stafford's variant 13). Cost O(length of
 * the text).
 */
public final class StableHash {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  /**
   * Hashes a text.
   *
   * @param seed hashes of different seeds are independent of each other
   * @param text any text
   * @return 64 bits, each as likely 0 as 1
   */
  public static long of(long seed, String text) {
    long hash = FNV_START ^ mix(seed);
    for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (part & 0xff)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /**
   * Makes a number of a hash.
   *
   * @param hash what {@link #of} gave
   * @return 0 or more and below 1, of the upper 53 bits
   */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
