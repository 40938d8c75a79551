package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraitTest {
  @Test
  void namesAreComparedWithoutRegardToCaseAccentsAndLifeDates() {
    assertThat(Trait.artist(" claude MONET (French, 1840–1926)"))
        .isEqualTo(Trait.artist("Claude Monet"))
        .hasSameHashCodeAs(Trait.artist("Claude Monet"))
        .hasToString("artist claude MONET");
    assertThat(Trait.artist("Ce\u0301zanne")).isEqualTo(Trait.artist("C\u00e9zanne"));
    assertThat(Trait.subject("BRIDGE IN ICE")).isEqualTo(Trait.subject("bridge in ice"));
    assertThat(Trait.subject("sea")).isNotEqualTo(Trait.movement("sea"));
    assertThat(Trait.of(Trait.Kind.ARTIST, "Rubens (1577-1640)").name()).isEqualTo("Rubens");
  }

  @Test
  void artistsWhoOnlyStandBehindAWork_areNamed_andDidNotMakeIt() {
    Artwork work =
        Artwork.builder("w", "Copy")
            .artist("Ada")
            .artist(new ArtistCredit("Rubens", ArtistCredit.Qualifier.AFTER))
            .movement("Baroque")
            .subject("king")
            .build();
    List<Trait> own =
        List.of(Trait.artist("Ada"), Trait.movement("Baroque"), Trait.subject("king"));
    assertThat(Trait.of(work)).isEqualTo(own);
    assertThat(Trait.namedBy(work)).containsAll(own).contains(Trait.artist("rubens")).hasSize(4);
  }

  @Test
  void moods_areWhatTheAttributeSays() {
    Artwork calm =
        Artwork.builder("a", "A").subject("sea").attribute(Artwork.MOOD_ATTRIBUTE, "Calm").build();
    assertThat(Trait.of(calm)).containsExactly(Trait.subject("sea"), Trait.mood("calm"));
    assertThat(Trait.mood("calm")).hasToString("mood calm").isNotEqualTo(Trait.subject("calm"));
  }

  @Test
  void everyKind_comesBackByItsCode() {
    for (Trait.Kind kind : Trait.Kind.values()) {
      assertThat(Trait.Kind.ofCode(kind.code())).contains(kind);
    }
    assertThat(Trait.Kind.ofCode("weather")).isEmpty();
  }

  @Test
  void namesThatNobodyHas_areRefused() {
    for (String name : List.of("", " \t", "half \ud83c")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Trait.subject(name))
          .withMessageContaining("the name of a trait is '" + name + "', expected valid Unicode");
    }
  }
}
