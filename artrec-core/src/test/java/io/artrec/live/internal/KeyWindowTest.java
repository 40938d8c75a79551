package io.artrec.live.internal;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWindowTest {
  private final EventKey.Maker keys = new EventKey.Maker();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void window_isASetInTheOrderOfComing_ofWhichTheOldestGoes(int window) {
    KeyWindow known = new KeyWindow(window);
    Set<EventKey> expected = new LinkedHashSet<>();
    SplittableRandom random = new SplittableRandom(window);
    for (int step = 0; step < 20_000; step++) {
      if (random.nextInt(500) == 0) {
        long gone = keys.user("u" + random.nextInt(5));
        known.removeUsers(LongSet.of(gone));
        expected.removeIf(key -> key.user() == gone);
      }
      EventKey key = keys.key("u" + random.nextInt(5), "e" + random.nextInt(window));
      assertThat(known.contains(key)).as("step %s", step).isEqualTo(expected.contains(key));
      assertThat(known.add(key)).as("step %s", step).isEqualTo(expected.add(key));
      if (expected.size() > window) {
        Iterator<EventKey> oldest = expected.iterator();
        oldest.next();
        oldest.remove();
      }
    }
    assertThat(expected).allMatch(known::contains);
  }

  @Test
  void keys_areThoseOfBothIdsAndWhereTheyPart() {
    assertThat(keys.key("ab", "c")).isEqualTo(keys.key("ab", "c"));
    assertThat(keys.key("ab", "c")).isNotEqualTo(keys.key("a", "bc"));
    assertThat(keys.key("ab", "")).isNotEqualTo(keys.key("a", "b"));
    assertThat(keys.key("a\uffff", "b")).isNotEqualTo(keys.key("a", "b"));
    assertThat(keys.key("a", "b").user()).isEqualTo(keys.user("a"));
    assertThat(new EventKey.Maker().key("ab", "c")).isNotEqualTo(keys.key("ab", "c"));
  }

  /**
   * The polynomial in whole numbers: two texts that differ in their last character tell a point.
   */
  @Test
  void user_isThePolynomialModuloThePrime() {
    BigInteger prime = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
    BigInteger point = BigInteger.valueOf(keys.user("\0")).subtract(BigInteger.ONE).mod(prime);
    String text = "Künstlerhaus 藝術 \uffff\ud83c\udfa8".repeat(20);
    BigInteger sum = BigInteger.ONE;
    for (int i = 0; i < text.length(); i++) {
      sum = sum.multiply(point).add(BigInteger.valueOf(text.charAt(i) + 1)).mod(prime);
    }
    assertThat(keys.user(text)).isEqualTo(sum.longValueExact());
  }
}
