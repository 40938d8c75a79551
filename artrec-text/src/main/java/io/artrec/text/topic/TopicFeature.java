package io.artrec.text.topic;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much each topic takes of an artwork's text, as a feature of facet {@code topic}: a value of 0
 * or more for each topic, adding up to 1, compared by cosine. Topics are learned of the catalogue,
 * or are there already; works that come after fitting are shares of the topics of then. Immutable
 * and thread-safe.
 */
public final class TopicFeature implements FeatureExtractor {
  private final String name;
  private final String parameters;
  private final @Nullable TopicLearner learner;
  private final @Nullable TopicModel model;

  private TopicFeature(
      String name, String parameters, @Nullable TopicLearner learner, @Nullable TopicModel model) {
    this.name = name;
    this.parameters = parameters;
    this.learner = learner;
    this.model = model;
  }

  /**
   * Returns the feature of topics that are learned of the catalogue.
   *
   * @param learner finds the topics
   * @return the feature {@code topics-<name of the learner>}
   */
  public static TopicFeature of(TopicLearner learner) {
    return new TopicFeature(learner.name(), learner.parameters(), learner, null);
  }

  /**
   * Returns the feature of topics that were learned before, for instance of a larger collection.
   *
   * @param model the topics
   * @return the feature {@code topics-<method>}
   */
  public static TopicFeature of(TopicModel model) {
    return new TopicFeature(model.method(), "model " + model.fingerprint(), null, model);
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("topics-" + name).facet("topic").parameters(parameters).build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    if (model != null) {
      return new Encoder(model, false);
    }
    return new Encoder(learner().learn(ArtworkText.of(catalog)), true);
  }

  /**
   * Reads learned topics; of topics that were learned before only the fingerprint is saved.
   *
   * @throws ModelFileException when the state is damaged, of another way to find topics, or names
   *     other topics than those of this feature
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    if (model == null) {
      return new Encoder(learner().read(in), true);
    }
    String saved = in.getString("topics");
    if (!saved.equals(model.fingerprint())) {
      throw new ModelFileException(
          "the feature was saved with topics "
              + saved
              + ", this one has "
              + model.fingerprint()
              + "; pass the topics it was made of, or build the model again");
    }
    return new Encoder(model, false);
  }

  private TopicLearner learner() {
    return Objects.requireNonNull(learner, "learner");
  }

  /**
   * Topics at work.
   *
   * @param model the topics
   * @param learned whether they are of this catalogue, and saved with it
   */
  private record Encoder(TopicModel model, boolean learned) implements FeatureEncoder {
    @Override
    public int dimensions() {
      return Math.max(1, model.size());
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return model.distribution(ArtworkText.of(input.artwork()));
    }

    @Override
    public String fingerprint() {
      return model.fingerprint();
    }

    @Override
    public void save(StateWriter out) {
      if (learned) {
        model.save(out);
      } else {
        out.putString("topics", model.fingerprint());
      }
    }
  }
}
