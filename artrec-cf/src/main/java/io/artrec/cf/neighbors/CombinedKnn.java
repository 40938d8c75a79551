package io.artrec.cf.neighbors;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;

/**
 * Weighted kNN: a weighted mean of {@link UserKnn} and {@link ItemKnn} over the same behaviour.
 * Immutable and thread-safe.
 *
 * <p>That the two know different things, and together more, is from Wang, de Vries, Reinders,
 * Unifying user-based and item-based collaborative filtering approaches by similarity fusion, SIGIR
 * 2006. How they are made comparable is from Lee, Analyses of multiple evidence combination, SIGIR
 * 1997, with the least score taken as 0.
 *
 * <p>{@code score(j) = α · user(j) / max_k |user(k)| + (1 − α) · item(j) / max_k |item(k)|}, the
 * largest being over the whole catalogue, so a score does not depend on which others are asked for;
 * −1 to 1. A part that does not score a work adds 0; a part of weight 0 is not asked. Training and
 * answers cost what both parts cost.
 */
public final class CombinedKnn extends BehaviorStrategy<CombinedKnn> {
  static final String NAME = "combined-knn";

  private static final String USER = "user";
  private static final String ITEM = "item";

  private static final Hyperparameter<Double> ALPHA =
      Hyperparameter.number("alpha", 0.5, Range.share(1).tried(0, 1))
          .meaning("`α`, the share of user-kNN");

  /** What is for both parts where theirs is left out; texts name theirs. */
  private static final Hyperparameters FOR_BOTH =
      Hyperparameters.of(
          NAME,
          forBoth(KnnStrategy.NEIGHBORS),
          forBoth(VectorSimilarity.MEASURE),
          forBoth(VectorSimilarity.WEIGHTING),
          forBoth(VectorSimilarity.SHRINKAGE),
          forBoth(VectorSimilarity.SIGNIFICANCE),
          forBoth(VectorSimilarity.MINIMUM_OVERLAP));

  private static final Hyperparameters TABLE =
      Hyperparameters.of(NAME, ALPHA)
          .and(FOR_BOTH)
          .and(USER, KnnStrategy.comparison(UserKnn.NAME), FOR_BOTH)
          .and(ITEM, KnnStrategy.comparison(ItemKnn.NAME), FOR_BOTH)
          .and(RANKING);

  /** The method by name. */
  public static final StrategyMethod<CombinedKnn> METHOD =
      StrategyMethod.of(TABLE, CombinedKnn::new, CombinedKnn::read);

  private final UserKnn user;
  private final ItemKnn item;

  private CombinedKnn(Hyperparameters values) {
    super(METHOD, values);
    user = UserKnn.METHOD.of(part(USER, UserKnn.METHOD.hyperparameters()));
    item = ItemKnn.METHOD.of(part(ITEM, ItemKnn.METHOD.hyperparameters()));
  }

  private static <T> Hyperparameter<T> forBoth(Hyperparameter<T> row) {
    return row.meaning("of both parts: " + row.meaning())
        .writtenIf(values -> false)
        .tried(List.of());
  }

  private Hyperparameters part(String prefix, Hyperparameters table) {
    Hyperparameters own = hyperparameters().of(prefix, KnnStrategy.comparison(table.owner()));
    return table.with(own).with(RANKING, feedback());
  }

  /**
   * {@return equal shares of both by cosine, with so many neighbours of a visitor and a work}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static CombinedKnn neighbors(int neighbors) {
    return METHOD.with(KnnStrategy.NEIGHBORS, neighbors);
  }

  /**
   * Returns equal shares of two strategies.
   *
   * @param user compares visitors
   * @param item compares works; with the same feedback
   * @return the strategy
   * @throws IllegalArgumentException when they count different behaviour
   */
  public static CombinedKnn of(UserKnn user, ItemKnn item) {
    Feedback feedback = user.feedback();
    Hyperparameters same =
        Hyperparameters.of(NAME, Hyperparameter.choice("feedback", feedback, feedback));
    return METHOD.of(
        TABLE
            .with(USER, user.comparison())
            .with(ITEM, item.comparison())
            .with(same.with(RANKING, item.feedback())));
  }

  /**
   * {@return this strategy with another share of user-kNN}
   *
   * @param share the share of user-kNN
   */
  public CombinedKnn alpha(double share) {
    return with(ALPHA, share);
  }

  /** {@return the share of user-kNN} */
  public double alpha() {
    return get(ALPHA);
  }

  /** {@return what compares visitors} */
  public UserKnn user() {
    return user;
  }

  /** {@return what compares works} */
  public ItemKnn item() {
    return item;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.dataset().userCount(), context.catalog().size());
    return new CombinedKnnScorer(
        this, user.train(context), item.train(context), context.catalog().size());
  }

  /** Refuses, before allocation, behaviour that does not fit twice. */
  static void checkMemory(double events, double users, double works) {
    double bytes = UserKnn.bytes(events, users) + UserKnn.bytes(events, works);
    MemoryNeed.check(NAME, bytes, "train on fewer events");
  }

  private static Scorer read(StateReader in, TrainingContext context, CombinedKnn strategy) {
    int artworks = in.getCount("artworks", context.catalog().size());
    Scorer user = UserKnn.read(in, context, UserKnn.METHOD.saved(in));
    Scorer item = ItemKnn.read(in, context, ItemKnn.METHOD.saved(in));
    return new CombinedKnnScorer(strategy, user, item, artworks);
  }
}
