package io.artrec.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.catalog.Trait;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Change EVENT =
      new Change.Recorded(Interaction.view("ada", "浮世絵").at(WHEN).saying("a\u0000b"));

  private static Change learned(Interest.Evidence evidence) {
    return new Change.Learned("ada", Interest.of(Trait.mood("calm"), 0.5, evidence).at(WHEN), 7);
  }

  @Test
  void bytes_comeBack_andAreFewerThanText() {
    for (Change change :
        List.of(
            EVENT,
            new Change.Undone("ada", "e1"),
            new Change.Preferred("ada", Trait.subject("sea"), Stance.FOLLOWED),
            new Change.Forgotten("00ff", 5))) {
      assertThat(Change.parse(change.toBytes())).isEqualTo(change);
    }
    assertThat(EVENT.toBytes())
        .hasSizeLessThan(EVENT.toJson().getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void bytesThatAreNoChange_areRefused() {
    byte[] event = EVENT.toBytes();
    for (int length = 0; length < event.length; length++) {
      byte[] cut = Arrays.copyOf(event, length);
      assertThatThrownBy(() -> Change.parse(cut))
          .as("%d of %d bytes", length, event.length)
          .isInstanceOf(LogException.class)
          .hasMessageContaining("not a change");
    }
    assertThatThrownBy(() -> Change.parse("{\"n\":1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(LogException.class);
  }

  @Test
  void whatAges_goesWithItsTime() {
    assertThat(EVENT.agesFrom()).hasValue(WHEN.toEpochMilli());
    assertThat(learned(Interest.Evidence.HISTORY).agesFrom()).hasValue(WHEN.toEpochMilli());
    assertThat(learned(Interest.Evidence.STATED).agesFrom()).isEmpty();
    assertThat(new Change.Recorded(Interaction.view("ada", "w")).agesFrom()).isEmpty();
    assertThat(new Change.Forgotten("00ff", 5).agesFrom()).isEmpty();
    Change.Mark expired = new Change.Expired(WHEN.toEpochMilli() + 1);
    assertThat(expired.erases(EVENT, user -> user)).isTrue();
    assertThat(expired.erases(learned(Interest.Evidence.STATED), user -> user)).isFalse();
  }
}
