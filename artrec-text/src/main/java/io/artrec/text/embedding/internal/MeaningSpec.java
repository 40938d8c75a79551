package io.artrec.text.embedding.internal;

import io.artrec.feature.FeatureSpec;
import io.artrec.text.embedding.SentenceEncoder;

/** What a feature of the vectors of works' texts says of itself, so that a search finds it. */
public final class MeaningSpec {
  private MeaningSpec() {}

  /**
   * {@return the spec of such a feature, facet {@code meaning}}
   *
   * @param name the feature's name
   * @param encoder what turns the texts into vectors
   */
  public static FeatureSpec of(String name, SentenceEncoder encoder) {
    return FeatureSpec.named(name)
        .facet("meaning")
        .parameters("encoder " + encoder.name())
        .alikeFrom(encoder.alikeFrom())
        .build();
  }

  /**
   * Tells whether a feature holds the vectors that an encoder gives the texts of works.
   *
   * @param spec the feature's
   * @param encoder the encoder
   * @return whether they are the same, whatever the feature's name
   */
  public static boolean isOf(FeatureSpec spec, SentenceEncoder encoder) {
    FeatureSpec own = of(spec.name(), encoder);
    return spec.facet().equals(own.facet())
        && spec.version() == own.version()
        && spec.parameters().equals(own.parameters());
  }
}
