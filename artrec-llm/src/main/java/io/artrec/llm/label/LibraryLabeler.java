package io.artrec.llm.label;

import io.artrec.catalog.Artwork;
import io.artrec.classification.LabelDistribution;
import io.artrec.llm.prompt.Origin;
import java.util.List;
import java.util.function.Function;

/** Labels works without asking a language model. */
record LibraryLabeler(
    String name, List<String> labels, Function<Artwork, LabelDistribution> labeling)
    implements ArtworkLabeler {
  @Override
  public LabeledArtwork label(Artwork artwork) {
    return new LabeledArtwork(labeling.apply(artwork), Origin.library("no model is set"));
  }
}
