package io.artrec.strategy;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What strategies made once of something that does not change: of a visitor's history (their
 * factors, the profile of what they like), or of the words of a wish. It lasts as long as the
 * history or the wish is kept, and no longer than the key, so that it never keeps a scorer that
 * nobody uses. Thread-safe.
 */
public final class Memory {
  /** What an entry costs beside its value: table, reference, key. */
  private static final long ENTRY = 100;

  /**
   * What is remembered under it, and who may ask for that: whoever holds the key. Compared by
   * identity. A scorer makes one when it is made, and passes it on to copies that derive the same
   * to the bit.
   *
   * @param <T> the type of what is remembered; must not lead back to the key
   */
  public static final class Key<T> {
    private final Class<T> type;
    private final long bytes;

    private Key(Class<T> type, long bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    /**
     * Creates a key of its own.
     *
     * @param type the type of what is remembered
     * @param bytes about how much memory a value takes, at most; decides how many are kept
     * @param <T> the type of what is remembered
     * @return the key
     */
    public static <T> Key<T> of(Class<T> type, long bytes) {
      return new Key<>(Objects.requireNonNull(type, "type"), Math.max(0, bytes));
    }
  }

  private final Map<Key<?>, Object> values = Collections.synchronizedMap(new WeakHashMap<>(4));
  private final AtomicLong bytes = new AtomicLong();

  /** Creates a memory of nothing. */
  public Memory() {}

  /**
   * {@return what is remembered, or makes it} Several threads that ask at once may each make it,
   * and get one of what they made.
   *
   * @param key what is asked for
   * @param how makes it, of what this is a memory of alone
   * @param <T> its type
   */
  public <T> T get(Key<T> key, Supplier<T> how) {
    @Nullable Object known = values.get(key);
    if (known == null) {
      T made = Objects.requireNonNull(how.get(), "what is to be remembered");
      known = values.putIfAbsent(key, made);
      if (known == null) {
        bytes.addAndGet(key.bytes + ENTRY);
        return made;
      }
    }
    return key.type.cast(known);
  }

  /**
   * Returns about how much has been remembered so far, also what is gone with its key.
   *
   * @return bytes, by what keys say
   */
  public long bytes() {
    return bytes.get();
  }
}
