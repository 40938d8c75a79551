package io.artrec.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferenceModelTest {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Artwork.builder("a", "A").build(),
              Artwork.builder("b", "B").build(),
              Artwork.builder("c", "C").build()));

  private static Interaction at(Interaction event, long millis) {
    return event.at(Instant.ofEpochMilli(millis));
  }

  private static Preferences apply(PreferenceModel model, long now, Interaction... events) {
    return model.apply(Dataset.historyOf(CATALOG, List.of(events)), now);
  }

  @Test
  void kinds_addUpByTheirWeights() {
    Preferences found =
        apply(
            PreferenceModel.standard(),
            0,
            Interaction.view("u", "a"),
            Interaction.view("u", "a"),
            Interaction.of("u", "a", InteractionKind.SHARE),
            Interaction.of("u", "c", InteractionKind.SKIP));
    assertThat(found.size()).isEqualTo(2);
    assertThat(found.artwork(0)).isZero();
    assertThat(found.weight(0)).isEqualTo(0.1 + 0.1 + 0.8, within(1e-12));
    assertThat(found.artwork(1)).isEqualTo(2);
    assertThat(found.weight(1)).isEqualTo(-0.1, within(1e-12));
  }

  @Test
  void laterOpinion_replacesTheEarlier() {
    PreferenceModel model = PreferenceModel.standard();
    Interaction like = at(Interaction.favorite("u", "a"), 1);
    Interaction dislike = at(Interaction.dislike("u", "a"), 2);
    Interaction back = at(Interaction.unfavorite("u", "a"), 3);
    assertThat(apply(model, 9, like, dislike).weight(0)).isEqualTo(-1);
    assertThat(apply(model, 9, dislike, like).weight(0)).as("order of time").isEqualTo(-1);
    assertThat(apply(model, 9, like, dislike, back).weight(0)).isZero();
  }

  @Test
  void ratings_lieOnTheirScaleAndTheLatestCounts() {
    PreferenceModel stars = PreferenceModel.standard();
    assertThat(apply(stars, 0, Interaction.rating("u", "a", 5)).weight(0)).isEqualTo(1);
    assertThat(apply(stars, 0, Interaction.rating("u", "a", 3)).weight(0)).isZero();
    assertThat(apply(stars, 0, Interaction.rating("u", "a", 2)).weight(0)).isEqualTo(-0.5);
    assertThat(apply(stars, 0, Interaction.rating("u", "a", 99)).weight(0)).as("off").isEqualTo(1);
    assertThat(
            apply(
                    stars,
                    9,
                    at(Interaction.rating("u", "a", 5), 1),
                    at(Interaction.rating("u", "a", 1), 2))
                .weight(0))
        .isEqualTo(-1);
    PreferenceModel ten = stars.withRatingScale(0, 10);
    assertThat(apply(ten, 0, Interaction.rating("u", "a", 7.5)).weight(0)).isEqualTo(0.5);
  }

  @Test
  void halfLife_halvesPerHalfLife() {
    PreferenceModel model = PreferenceModel.standard().withHalfLife(Duration.ofDays(10));
    long day = Duration.ofDays(1).toMillis();
    Interaction old = at(Interaction.favorite("u", "a"), 0);
    assertThat(apply(model, 10 * day, old).weight(0)).isEqualTo(0.5, within(1e-12));
    assertThat(apply(model, 30 * day, old).weight(0)).isEqualTo(0.125, within(1e-12));
    assertThat(apply(model, 5 * day, old).weight(0)).isEqualTo(Math.sqrt(0.5), within(1e-12));
    assertThat(apply(model, -day, old).weight(0)).as("in the future").isEqualTo(1);
    assertThat(apply(model, day, Interaction.favorite("u", "a")).weight(0))
        .as("undated")
        .isEqualTo(1);
  }

  @Test
  void changedWeight_countsAndOthersStay() {
    PreferenceModel model = PreferenceModel.standard().withWeight(InteractionKind.VIEW, -2);
    assertThat(apply(model, 0, Interaction.view("u", "b")).weight(0)).isEqualTo(-2);
    assertThat(model.weight(InteractionKind.PURCHASE)).isEqualTo(1.5);
  }

  @Test
  void wrongParts_areRefused() {
    assertThatThrownBy(
            () -> PreferenceModel.standard().withWeight(InteractionKind.VIEW, Double.NaN))
        .hasMessage("weight of view is NaN, expected a finite number");
    assertThatThrownBy(() -> PreferenceModel.standard().withRatingScale(5, 5))
        .hasMessage(
            "rating scale runs from 5.0 to 5.0; expected two finite numbers, the lower first");
    assertThatThrownBy(() -> PreferenceModel.standard().withHalfLife(Duration.ZERO))
        .hasMessage("half-life is PT0S, expected one millisecond or more");
    assertThat(new PreferenceModel(Map.of(), 1, 5, Optional.empty()))
        .isEqualTo(PreferenceModel.standard());
  }
}
