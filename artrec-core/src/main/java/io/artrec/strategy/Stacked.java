package io.artrec.strategy;

import io.artrec.experiment.internal.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A weighted sum of the parts' scores with weights that are learned, from what the parts say of
 * events they have not seen (Wolpert, Stacked generalization, Neural Networks 1992; blends by what
 * is known of work and visitor: Jahrer, Töscher and Legenstein, Combining predictions for accurate
 * recommender systems, KDD 2010). Immutable and thread-safe.
 *
 * <p>{@code score(u, i) = b_g + Σ_s w_{g,s} · x_s(u, i)}, weights 0 or more, by segment {@code g}:
 * whether none, few, some or many events are known of the work, and of who asks. A part that learns
 * from behaviour knows little of a new work, and one that reads content as much as of any; so
 * content counts for more there, without being told.
 *
 * <p><b>Ratings.</b> Where all parts predict ratings, so does the blend: {@code x_s} is a predicted
 * rating, and weights and intercept are non-negative least squares on ratings that were withheld
 * (Breiman, Stacked regressions, Machine Learning 1996; Lawson and Hanson, Solving Least Squares
 * Problems, 1974). Where a part predicts nothing the mean of the others stands in for it. Without
 * ratings to learn from it is the mean of the parts.
 *
 * <p><b>Order.</b> Otherwise {@code x_s} is the part's score on the scale {@link
 * ScoreScale#TRAINED}, 0 where it has none, and weights are those of a logistic regression on pairs
 * of a work that was liked and withheld and one that the visitor never had to do with: {@code
 * P(liked before other) = 1 / (1 + exp(score(other) − score(liked)))}. Likes of works of which a
 * fold knows nothing count {@code 1 / folds}, since a fold withholds all of them and of others one
 * in {@code folds}. Without likes to learn from parts count alike.
 *
 * <p><b>What is withheld.</b> Each fold trains all parts without one in {@code folds} of the pairs
 * of visitor and work, without anything done with a share {@code cold} of works, and without
 * anything done by as large a share of visitors, all drawn by id and seed.
 *
 * <p><b>Few examples.</b> Examples of a segment are joined by those of all visitors with works of
 * its level, which count as {@code borrowed} examples together; these by those of all works; and
 * these by as many that say the parts' mean. For ratings, with {@code M_g} the sums of {@code (1,
 * x, y)} and their products over the {@code n_g} examples of a segment: {@code M_g + borrowed ·
 * M_wider / n_wider}. For an order, the curvature of {@code borrowed} average pairs draws weights
 * to those of the wider group.
 *
 * <p>Cost: {@code folds + 1} trainings of each part, and {@code folds} times what asking for at
 * most {@code users} visitors costs, about 25 of withheld works and works beside each. Memory: that
 * of one training, the parts of one fold, a copy of the events, and for an order {@code 100 + 16 ·
 * parts} bytes a pair.
 *
 * <p>How much is known of a visitor follows live events at once; how much of a work, when the blend
 * is refreshed or trained, and a work that was added since is one of which nothing is known. A
 * refresh keeps weights. To forget somebody the blend is trained: nothing of weights that they had
 * a part in is left. {@link #weights} shows what was learned.
 */
public final class Stacked extends Composite {
  static final String NAME = "stacked";

  private static final Hyperparameter<Integer> FOLDS =
      Hyperparameter.whole("folds", 5, Range.atLeast(2))
          .meaning("in how many parts events are withheld; each costs a training of all parts");
  private static final Hyperparameter<Double> COLD =
      Hyperparameter.number("cold", 0.05, Range.share(0.5))
          .meaning("the share of works, and of visitors, of whom a fold is to know nothing");
  private static final Hyperparameter<Integer> SOME =
      Hyperparameter.whole("some", 5, Range.atLeast(2))
          .meaning("from how many events on a work or a visitor is known somewhat");
  private static final Hyperparameter<Integer> MANY =
      Hyperparameter.whole("many", 20, Range.atLeast(3))
          .meaning("from how many events on it is known well; more than `some`");
  private static final Hyperparameter<Double> BORROWED =
      Hyperparameter.number("borrowed", 50, Range.above(0).triedByMagnitude(5, 500))
          .meaning("as how many examples a wider group counts for a segment");
  private static final Hyperparameter<Integer> UNSEEN =
      Hyperparameter.whole("unseen", 4, Range.atLeast(1))
          .meaning("how many works stand beside each that was liked; ratings need none");
  private static final Hyperparameter<Integer> USERS =
      Hyperparameter.whole("users", 2000, Range.atLeast(1))
          .meaning("about how many visitors are asked for in each fold; all where there are fewer");

  /** The table of its hyper-parameters. */
  static final Hyperparameters TABLE =
      Hyperparameters.of(NAME, FOLDS, COLD, SOME, MANY, BORROWED, UNSEEN, USERS)
          .checked(Stacked::requireOrder);

  private final Hyperparameters values;

  private Stacked(Hyperparameters values, List<Part> parts) {
    super(parts);
    this.values = values.resolved();
  }

  static Stacked empty() {
    return new Stacked(TABLE, List.of());
  }

  static Stacked of(Parameters parameters, List<Part> parts) {
    return new Stacked(TABLE.parse(parameters), parts);
  }

  private static void requireOrder(Hyperparameters values) {
    if (values.get(MANY) <= values.get(SOME)) {
      throw new IllegalArgumentException(
          "many is "
              + values.get(MANY)
              + " and some "
              + values.get(SOME)
              + " of '"
              + NAME
              + "', expected more events to be many than some");
    }
  }

  /**
   * {@return this blend with another part}
   *
   * @param strategy the part; how much it counts is learned
   */
  public Stacked add(Strategy strategy) {
    return new Stacked(values, and(1, strategy));
  }

  /**
   * {@return this blend with another number of folds; 5 unless set}
   *
   * @param count 2 or more; each costs a training of all parts
   */
  public Stacked folds(int count) {
    return new Stacked(values.with(FOLDS, count), parts());
  }

  /**
   * {@return this blend with another share of works, and of visitors, of whom a fold is to know
   * nothing; 0.05 unless set}
   *
   * @param share 0 to 0.5; with 0 a new work has the weights of all works
   */
  public Stacked cold(double share) {
    return new Stacked(values.with(COLD, share), parts());
  }

  /**
   * {@return this blend with another idea of how many events are some and many; 5 and 20 unless
   * set}
   *
   * @param some from how many on a work or visitor is known somewhat, 2 or more
   * @param many from how many on it is known well, more than that
   */
  public Stacked known(int some, int many) {
    Parameters both = parameters().with(SOME.name(), some).with(MANY.name(), many);
    return new Stacked(TABLE.parse(both), parts());
  }

  /**
   * {@return this blend with another trust in wider groups; 50 unless set}
   *
   * @param examples as how many examples a wider group counts for a segment, above 0
   */
  public Stacked borrowed(double examples) {
    return new Stacked(values.with(BORROWED, examples), parts());
  }

  /**
   * {@return this blend with another number of works beside each that was liked; 4 unless set}
   *
   * @param artworks 1 or more
   */
  public Stacked unseen(int artworks) {
    return new Stacked(values.with(UNSEEN, artworks), parts());
  }

  /**
   * {@return this blend with another number of visitors that are asked for in each fold; 2,000
   * unless set}
   *
   * @param most about how many, drawn by id; 1 or more
   */
  public Stacked users(int most) {
    return new Stacked(values.with(USERS, most), parts());
  }

  /** {@return the hyper-parameters with their values} */
  public Hyperparameters hyperparameters() {
    return values;
  }

  Parameters parameters() {
    return values.parameters();
  }

  int folds() {
    return values.get(FOLDS);
  }

  double borrowed() {
    return values.get(BORROWED);
  }

  int unseen() {
    return values.get(UNSEEN);
  }

  StackFold.Levels levels() {
    return new StackFold.Levels(values.get(SOME), values.get(MANY));
  }

  Withheld withheld(long seed) {
    return new Withheld(seed, folds(), values.get(COLD));
  }

  /** Whether a visitor is among those that are asked for, by their hash and how many there are. */
  boolean isAsked(long visitor, int visitors) {
    return StableHash.unit(visitor) * visitors < values.get(USERS);
  }

  List<String> names() {
    return parts().stream().map(part -> part.strategy().name()).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  boolean keepsRatings() {
    return true;
  }

  boolean predictsRatings() {
    return partsPredictRatings();
  }

  /** A part on the scale on which it is weighed: its own where ratings are predicted. */
  ScaledPart scaled(Scorer part, TrainingContext context) {
    return new ScaledPart(
        part, predictsRatings() ? TrainedScale.AS_THEY_ARE : TrainedScale.of(part, context));
  }

  /**
   * Returns what was learned.
   *
   * @param scorer any trained scorer
   * @return the weights of the stacked blends that it is made of, itself first; empty without any
   */
  public static List<StackedWeights> weights(Scorer scorer) {
    if (!(scorer instanceof StackedScorer stacked)) {
      return Blend.scorers(scorer).stream().flatMap(part -> weights(part).stream()).toList();
    }
    List<StackedWeights> all = new ArrayList<>(List.of(stacked.weights()));
    stacked.parts().forEach(part -> all.addAll(weights(ScaledPart.plain(part))));
    return all;
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, List.of());
  }

  /** Parts start from the earlier blend's; weights are learned from the beginning. */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    boolean alike =
        earlier instanceof StackedScorer before && before.parts().size() == parts().size();
    return train(context, alike ? ((StackedScorer) earlier).parts() : List.of());
  }

  private Scorer train(TrainingContext context, List<ScaledPart> earlier) {
    requireParts();
    StackLearner learner = predictsRatings() ? new RatingStack(this) : new RankingStack(this);
    String stage = "learning weights of '" + NAME + "'";
    for (int fold = 0; fold < folds() && context.dataset().size() > 0; fold++) {
      context.progress().update(stage, fold, folds());
      learner.learn(StackFold.of(this, context, fold));
    }
    StackedWeights weights = learner.weights(names());
    context.progress().update(stage, folds(), folds());
    List<ScaledPart> scorers = new ArrayList<>();
    for (int part = 0; part < parts().size(); part++) {
      Strategy strategy = parts().get(part).strategy();
      Scorer scorer =
          earlier.isEmpty()
              ? strategy.train(context)
              : strategy.train(context, ScaledPart.plain(earlier.get(part)));
      scorers.add(scaled(scorer, context));
    }
    return new StackedScorer(this, weights, levels().ofWorks(context.dataset()), scorers);
  }

  static Stacked ofText(Parameters parameters, List<HybridMethod.Part> parts) {
    Stacked stacked = of(parameters, List.of());
    for (HybridMethod.Part part : parts) {
      stacked = stacked.add(part.unweighted(NAME, "it learns how much they count"));
    }
    return stacked;
  }

  /** As {@link StrategyParser} reads it, where it reads the parts. */
  @Override
  public String toString() {
    return values
        + parts().stream()
            .map(part -> part.strategy().toString())
            .collect(Collectors.joining(" | ", "(", ")"));
  }
}
