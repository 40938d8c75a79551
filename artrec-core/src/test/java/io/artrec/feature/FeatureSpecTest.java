package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.artrec.similarity.Similarities;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSpecTest {
  @Test
  void nameAlone_hasTheStandardForAllElse() {
    FeatureSpec spec = FeatureSpec.named("brightness").build();
    assertThat(spec.version()).isEqualTo(1);
    assertThat(spec.facet()).isEqualTo("brightness");
    assertThat(spec.parameters()).isEmpty();
    assertThat(spec.similarity()).isSameAs(Similarities.cosine());
    assertThat(spec.sources()).containsExactly(FeatureSpec.Source.RECORD);
    assertThat(spec.alikeFrom()).isEqualTo(0.5);
  }

  private static FeatureSpec.Builder full() {
    return FeatureSpec.named("brightness")
        .version(2)
        .facet("light")
        .parameters("mean")
        .similarity(Similarities.euclidean())
        .sources(Set.of(FeatureSpec.Source.IMAGE, FeatureSpec.Source.RECORD));
  }

  @Test
  void specs_areEqualByValue() {
    FeatureSpec spec = full().alikeFrom(0.8).build();
    assertThat(spec).isEqualTo(full().alikeFrom(0.8).build());
    assertThat(spec).hasSameHashCodeAs(full().alikeFrom(0.8).build());
    assertThat(spec).isNotEqualTo(full().build()).isNotEqualTo(FeatureSpec.named("x").build());
    assertThat(spec)
        .hasToString(
            "feature 'brightness', version 2, facet light (mean), by euclidean, alike from 0.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Brightness", "a b", "a--b", "-a", "a-"})
  void otherName_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureSpec.named(name))
        .withMessage(
            "feature name '%s': expected lower-case letters, digits and single hyphens, at most 64",
            name);
  }

  @Test
  void badValue_isRefusedAtOnce() {
    FeatureSpec.Builder spec = FeatureSpec.named("x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.version(0))
        .withMessage("version is 0 (feature 'x'), expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.facet(" "))
        .withMessage("facet is blank (feature 'x')");
    for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> spec.alikeFrom(share))
          .withMessage(
              "alikeFrom is %s (feature 'x'), expected above 0 and at most 1", (Object) share);
    }
  }

  @Test
  void setterCalledTwice_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> full().version(3))
        .withMessage("version was set to 2 already (feature 'brightness'); it can be set once");
    assertThatIllegalStateException()
        .isThrownBy(() -> full().sources(List.of(FeatureSpec.Source.OFFER)));
  }
}
