package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.artrec.vision.Goldens;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositionNormsTest {
  private static final CompositionNorms NORMS = CompositionNorms.westernPaintings();

  @Test
  void percentile_isLinearBetweenThoseThatAreKnown() {
    // balance: 5 % below 6.683, 10 % below 7.6918, half below 13.286, largest 34.724
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, 7.6918)).isCloseTo(10, within(1e-9));
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, (6.683 + 7.6918) / 2))
        .isCloseTo(7.5, within(1e-9));
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, 13.286)).isCloseTo(50, within(1e-9));
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, 0)).isZero();
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, 34.724)).isEqualTo(100);
    assertThat(NORMS.percentile(CompositionProperty.BALANCE, 99)).isEqualTo(100);
  }

  @Test
  void percentile_neverFallsWhenTheValueRises() {
    for (CompositionProperty property : CompositionProperty.values()) {
      double last = 0;
      for (double away = -6; away <= 6; away += 0.1) {
        double value = NORMS.mean(property) + away * NORMS.deviation(property);
        double percentile = NORMS.percentile(property, value);
        assertThat(percentile).as(property.id()).isBetween(last, 100.0);
        last = percentile;
      }
      assertThat(NORMS.deviation(property)).as(property.id()).isPositive();
    }
  }

  @Test
  void figures_areThoseOfTheTable() throws IOException {
    JsonObject properties =
        Goldens.load("composition-norms.json").values().getAsJsonObject("properties");
    assertThat(properties.size()).isEqualTo(41);
    for (CompositionProperty property : CompositionProperty.values()) {
      JsonObject expected = properties.getAsJsonObject(property.id());
      double deviation = expected.get("sd").getAsDouble();
      assertThat(NORMS.mean(property))
          .isCloseTo(expected.get("mean").getAsDouble(), within(1e-5 * deviation));
      assertThat(NORMS.deviation(property)).isCloseTo(deviation, within(1e-5 * deviation));
      assertThat(NORMS.minimum(property)).isEqualTo(expected.get("min").getAsDouble());
      double p90 = expected.getAsJsonObject("percentiles").get("90").getAsDouble();
      assertThat(NORMS.percentile(property, p90)).as(property.id()).isCloseTo(90, within(1e-3));
    }
  }

  @Test
  void nineProperties_areComparedAtTheSizeOfTheNormsOnly() {
    long moving = 0;
    for (CompositionProperty property : CompositionProperty.values()) {
      boolean moves = CompositionNorms.movesWithSize(property);
      moving += moves ? 1 : 0;
      boolean never =
          property == CompositionProperty.IMAGE_SIZE || property == CompositionProperty.MEAN_H;
      assertThat(NORMS.comparable(property, 1_815)).as(property.id()).isEqualTo(!never);
      assertThat(NORMS.comparable(property, 1_000)).as(property.id()).isEqualTo(!moves && !never);
      assertThat(NORMS.comparable(property, 4_000)).as(property.id()).isEqualTo(!moves && !never);
      assertThat(NORMS.comparable(property, 300)).as(property.id()).isFalse();
    }
    assertThat(moving).isEqualTo(9);
  }

  @Test
  void propertyThatIsMissing_hasNoPercentile() {
    Composition composition = Composition.of(Map.of(CompositionProperty.IMAGE_SIZE, 1_800.0));
    assertThat(NORMS.percentile(composition, CompositionProperty.BALANCE)).isEmpty();
    Composition sizeless = Composition.of(Map.of(CompositionProperty.BALANCE, 12.0));
    assertThat(NORMS.percentile(sizeless, CompositionProperty.BALANCE)).isEmpty();
  }
}
