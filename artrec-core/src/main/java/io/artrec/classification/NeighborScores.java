package io.artrec.classification;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.model.internal.MatrixState;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The examples themselves, as {@link NearestNeighbors} asks them. */
final class NeighborScores implements ScoreModel {
  static final String KIND = "neighbors";

  /** How many examples the spread of similarities is taken of. */
  private static final int SAMPLE = 1_000;

  private static final String STAGE = "comparing examples";

  private final FeatureMix mix;
  private final Voters voters;
  private final double[] means;
  private final double[] deviations;
  private final int neighbors;
  private final boolean equalVotes;

  /**
   * Who votes.
   *
   * @param vectors a matrix for each feature
   * @param targets their classes
   * @param weights what their votes count
   * @param classes how many classes there are
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
  private record Voters(List<FeatureMatrix> vectors, int[] targets, double[] weights, int classes) {
    double[] priors() {
      double[] priors = new double[classes];
      double whole = Arrays.stream(weights).sum();
      for (int i = 0; i < targets.length; i++) {
        priors[targets[i]] += weights[i] / whole;
      }
      return priors;
    }
  }

  private NeighborScores(
      FeatureMix mix, Voters voters, double[][] spread, int neighbors, boolean equalVotes) {
    this.mix = mix;
    this.voters = voters;
    means = spread[0];
    deviations = spread[1];
    this.neighbors = neighbors;
    this.equalVotes = equalVotes;
  }

  static NeighborScores of(TrainingSet examples, int neighbors, boolean equalVotes, Effort effort) {
    Voters voters =
        new Voters(examples.vectors(), examples.targets(), examples.weights(), examples.classes());
    double[][] spread = new double[2][examples.mix().features()];
    for (int f = 0; f < spread[0].length; f++) {
      Similarity similarity = examples.mix().spec(f).similarity();
      double[] moments = moments(similarity, voters.vectors().get(f), effort);
      spread[0][f] = moments[0];
      spread[1][f] = moments[1];
    }
    return new NeighborScores(examples.mix(), voters, spread, neighbors, equalVotes);
  }

  /** Mean and standard deviation over pairs of different examples; summed in order. */
  private static double[] moments(Similarity similarity, FeatureMatrix all, Effort effort) {
    int[] present = all.presentRows().stream().toArray();
    int size = Math.min(SAMPLE, present.length);
    FeatureMatrix sample =
        all.gather(
            IntStream.range(0, size)
                .map(i -> present[(int) ((long) i * present.length / size)])
                .toArray());
    double[] sums = new double[size];
    double[] squares = new double[size];
    effort
        .workers()
        .run(
            STAGE,
            size,
            (from, to) -> {
              double[] out = new double[size];
              for (int i = from; i < to; i++) {
                similarity.scan(sample.row(i).orElseThrow(), sample, out);
                for (int j = 0; j < i; j++) {
                  sums[i] += out[j];
                  squares[i] += out[j] * out[j];
                }
              }
            });
    double pairs = Math.max(1, size * (size - 1.0) / 2);
    double mean = Arrays.stream(sums).sum() / pairs;
    double variance = Arrays.stream(squares).sum() / pairs - mean * mean;
    return new double[] {mean, variance > 1e-12 ? Math.sqrt(variance) : 0};
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] scores(MixedArtwork work) {
    double[] likeness = likeness(work.vectors());
    int[] nearest =
        IntStream.range(0, likeness.length)
            .filter(i -> !Double.isNaN(likeness[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -likeness[i]))
            .limit(neighbors)
            .mapToInt(Integer::intValue)
            .toArray();
    double[] votes = voters.priors();
    double whole = 0;
    double[] ofNearest = new double[nearest.length];
    for (int i = 0; i < nearest.length; i++) {
      double closeness =
          equalVotes ? 1 : StrictMath.exp(likeness[nearest[i]] - likeness[nearest[0]]);
      ofNearest[i] = closeness * voters.weights()[nearest[i]];
      whole += ofNearest[i];
    }
    for (int i = 0; i < nearest.length; i++) {
      votes[voters.targets()[nearest[i]]] += nearest.length * ofNearest[i] / whole;
    }
    return logOdds(votes, nearest.length + 1.0);
  }

  /** {@code ln(v / (whole - v))}, bounded where a class has no votes and no examples. */
  static double[] logOdds(double[] votes, double whole) {
    double[] odds = new double[votes.length];
    for (int c = 0; c < odds.length; c++) {
      double share = Math.min(1 - 1e-9, Math.max(1e-9, votes[c] / whole));
      odds[c] = StrictMath.log(share) - StrictMath.log1p(-share);
    }
    return odds;
  }

  /** How similar each example is; NaN where it shares no feature with the work. */
  private double[] likeness(List<Optional<float[]>> vectors) {
    int examples = voters.targets().length;
    double[] sums = new double[examples];
    double[] weights = new double[examples];
    double[] out = new double[examples];
    for (int f = 0; f < vectors.size(); f++) {
      if (vectors.get(f).isPresent()) {
        FeatureMatrix matrix = voters.vectors().get(f);
        mix.spec(f).similarity().scan(vectors.get(f).get(), matrix, out);
        double deviation = deviations[f] > 0 ? deviations[f] : 1;
        for (int i = 0; i < examples; i++) {
          if (matrix.isPresent(i)) {
            sums[i] += mix.weight(f) * (out[i] - means[f]) / deviation;
            weights[i] += mix.weight(f);
          }
        }
      }
    }
    Arrays.setAll(sums, i -> weights[i] > 0 ? sums[i] / weights[i] : Double.NaN);
    return sums;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("neighbors", neighbors);
    out.putLong("equal votes", equalVotes ? 1 : 0);
    out.putInts("targets", voters.targets());
    out.putDoubles("votes", voters.weights());
    out.putDoubles("likeness means", means);
    out.putDoubles("likeness deviations", deviations);
    voters.vectors().forEach(matrix -> MatrixState.write(matrix, out));
  }

  static NeighborScores read(FeatureMix mix, int classes, StateReader in) {
    int neighbors = in.getCount("neighbors", Integer.MAX_VALUE);
    boolean equalVotes = in.getCount("equal votes", 1) == 1;
    int[] targets = in.getIndices("targets", classes);
    double[] weights = in.getDoubles("votes", targets.length);
    double[][] spread = {
      in.getDoubles("likeness means", mix.features()),
      in.getDoubles("likeness deviations", mix.features())
    };
    List<FeatureMatrix> vectors = new ArrayList<>();
    for (int f = 0; f < mix.features(); f++) {
      FeatureMatrix matrix = MatrixState.read(mix.spec(f).name(), targets.length, in);
      int expected = mix.offset(f + 1) - mix.offset(f);
      if (matrix.dimensions() != expected) {
        throw new ModelFileException(
            "the classifier's examples have "
                + matrix.dimensions()
                + " dimensions, expected "
                + expected
                + " (feature '"
                + mix.spec(f).name()
                + "')");
      }
      vectors.add(matrix);
    }
    Voters voters = new Voters(vectors, targets, weights, classes);
    return new NeighborScores(mix, voters, spread, neighbors, equalVotes);
  }
}
