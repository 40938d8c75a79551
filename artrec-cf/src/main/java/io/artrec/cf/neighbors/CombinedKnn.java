package io.artrec.cf.neighbors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
 *
 * @param alpha {@code α}, the share of user-kNN, 0 to 1
 * @param user compares visitors
 * @param item compares works; with the same feedback
 */
public record CombinedKnn(double alpha, UserKnn user, ItemKnn item) implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "combined-knn";

  private static final List<String> FOR_BOTH =
      List.of(
          "neighbors", "similarity", "weighting", "shrinkage", "significance", "minimumOverlap");

  /** Validates the hyper-parameters. */
  public CombinedKnn {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(item, "item");
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          "alpha of " + NAME + " is " + alpha + ", expected a share of 0 to 1");
    }
    Checks.oneOf(NAME, item.feedback(), user.feedback());
  }

  /**
   * Returns equal shares of both by cosine.
   *
   * @param neighbors how many neighbours a visitor has, and a work, 1 or more; 50 to 200 are usual
   * @return the strategy
   */
  public static CombinedKnn neighbors(int neighbors) {
    return of(UserKnn.neighbors(neighbors), ItemKnn.neighbors(neighbors));
  }

  /**
   * Returns equal shares of two strategies.
   *
   * @param user compares visitors
   * @param item compares works; with the same feedback
   * @return the strategy
   */
  public static CombinedKnn of(UserKnn user, ItemKnn item) {
    return new CombinedKnn(0.5, user, item);
  }

  /**
   * Returns this strategy with other shares.
   *
   * @param share the share of user-kNN, 0 to 1
   * @return the changed strategy
   */
  public CombinedKnn alpha(double share) {
    return new CombinedKnn(share, user, item);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public CombinedKnn feedback(Feedback meaning) {
    return new CombinedKnn(alpha, user.feedback(meaning), item.feedback(meaning));
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code alpha}, {@code feedback}, and those of {@link UserKnn} and {@link ItemKnn}
   *     as {@code userNeighbors}, {@code itemSimilarity} and so on; {@code neighbors}, {@code
   *     similarity}, {@code weighting}, {@code shrinkage}, {@code significance} and {@code
   *     minimumOverlap} are for both where these are left out; what else is left out is as {@link
   *     #neighbors(int) neighbors(100)} has it
   * @return the strategy
   */
  public static CombinedKnn parse(Parameters from) {
    List<String> known = new ArrayList<>(List.of("alpha", "feedback"));
    known.addAll(FOR_BOTH);
    for (String part : List.of("user", "item")) {
      keys().forEach(key -> known.add(prefixed(part, key)));
    }
    from.only(NAME, known.toArray(String[]::new));
    return new CombinedKnn(
        from.getDouble("alpha", 0.5),
        UserKnn.parse(ofPart("user", from)),
        ItemKnn.parse(ofPart("item", from)));
  }

  private static List<String> keys() {
    return Arrays.stream(ItemKnn.keys()).filter(key -> !key.equals("feedback")).toList();
  }

  private static String prefixed(String part, String key) {
    return part + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private static Parameters ofPart(String part, Parameters from) {
    Parameters own = Parameters.none();
    for (String key : keys()) {
      String both = FOR_BOTH.contains(key) ? from.getString(key, "") : "";
      String value = from.getString(prefixed(part, key), both);
      own = value.isEmpty() ? own : own.with(key, value);
    }
    String feedback = from.getString("feedback", "");
    return feedback.isEmpty() ? own : own.with("feedback", feedback);
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    Parameters all = Parameters.none().with("alpha", alpha);
    all = with(all, "user", user.parameters());
    all = with(all, "item", item.parameters());
    return all.with("feedback", user.feedback());
  }

  private static Parameters with(Parameters all, String part, Parameters own) {
    Parameters longer = all;
    for (String key : keys()) {
      String value = own.getString(key, "");
      longer = value.isEmpty() ? longer : longer.with(prefixed(part, key), value);
    }
    return longer;
  }

  @Override
  public String name() {
    return NAME;
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

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    CombinedKnn strategy = parse(Parameters.parse(in.getString("parameters")));
    int artworks = in.getCount("artworks", context.catalog().size());
    Scorer user = UserKnn.read(in, context, readers);
    return new CombinedKnnScorer(strategy, user, ItemKnn.read(in, context, readers), artworks);
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
