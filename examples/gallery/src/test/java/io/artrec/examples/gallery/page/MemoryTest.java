package io.artrec.examples.gallery.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final Guests guests = new Guests();
  private final Journal journal = new Journal();
  private final Memory memory = new Memory(guests, journal);

  @Test
  void whatIsHeld_isTold_andForgottenOnce() {
    guests.of("ada").hang(List.of("a", "b"), 1);
    journal.unmet("ada", "a unicorn");
    journal.unmet("bruno", "a dragon");
    assertThat(memory.export("ada"))
        .containsEntry("wall", List.of("a", "b"))
        .containsEntry("wishes that found nothing", List.of("a unicorn"));
    assertThat(memory.forget("ada")).isEqualTo(2);
    assertThat(memory.export("ada")).isEmpty();
    assertThat(memory.forget("ada")).isZero();
    assertThat(journal.unmetWishes()).containsExactly("a dragon");
  }

  @Test
  void ofStrangers_nothingIsHeld_andAskingKeepsNothing() {
    assertThat(memory.export("nobody")).isEmpty();
    assertThat(guests.size()).isZero();
  }

  @Test
  void theLongestAbsentGuest_isForgottenFirst() {
    for (int i = 0; i < 2001; i++) {
      guests.of("guest " + i).hang(List.of("work"), 1);
    }
    assertThat(guests.size()).isEqualTo(2000);
    assertThat(guests.find("guest 0")).isEmpty();
    assertThat(guests.find("guest 1")).isPresent();
  }
}
