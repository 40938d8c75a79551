package io.artrec.examples.gallery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void someAtOnce_thenByTime_eachAskerForThemselves() {
    RateLimit limit = new RateLimit(2, 0.5, nanos::get);
    assertThat(limit.take("a")).isTrue();
    assertThat(limit.take("a")).isTrue();
    assertThat(limit.take("a")).isFalse();
    assertThat(limit.take("b")).isTrue();
    nanos.addAndGet(1_900_000_000L);
    assertThat(limit.take("a")).isFalse();
    nanos.addAndGet(100_000_000L);
    assertThat(limit.take("a")).isTrue();
    assertThat(limit.take("a")).isFalse();
  }

  @Test
  void aLongPause_givesNoMoreThanAtFirst() {
    RateLimit limit = new RateLimit(2, 100, nanos::get);
    nanos.addAndGet(3_600_000_000_000L);
    assertThat(limit.take("a")).isTrue();
    assertThat(limit.take("a")).isTrue();
    assertThat(limit.take("a")).isFalse();
  }
}
