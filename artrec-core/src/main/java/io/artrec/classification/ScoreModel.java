package io.artrec.classification;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;

/** What was learned: says how much speaks for each class. Immutable and thread-safe. */
sealed interface ScoreModel permits LinearScores, ForestScores, NeighborScores {
  /** The stable name that files hold. */
  String kind();

  /**
   * Scores a work.
   *
   * @return for each class, finite; where a model knows probabilities, {@code ln(p / (1 - p))}
   */
  double[] scores(MixedArtwork work);

  void save(StateWriter out);

  static ScoreModel read(FeatureMix mix, int classes, StateReader in) {
    String kind = in.getString("learned");
    return switch (kind) {
      case LinearScores.KIND -> LinearScores.read(mix, classes, in);
      case ForestScores.KIND -> ForestScores.read(mix, classes, in);
      case NeighborScores.KIND -> NeighborScores.read(mix, classes, in);
      default ->
          throw new ModelFileException(
              "the classifier is of kind '"
                  + kind
                  + "', which this version of artrec does not know; load it with the version that"
                  + " saved it");
    };
  }
}
