package io.artrec.recipe;

import io.artrec.cf.linear.Ease;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.WeightedHybrid;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.TextSearch;

/** Which strategies suit the data, and by which weights. */
final class StandardStrategy {
  /** Works up to which EASE is trained: its matrix takes 200 MB there. */
  private static final int MOST_WORKS_OF_EASE = 5_000;

  /** Visitors who link works, below whom behaviour tells little but how popular works are. */
  private static final int FEWEST_VISITORS = 20;

  /** Visitors up to whom weights of EASE are held to 0 less. */
  private static final int MANY_VISITORS = 2_000;

  /** What somebody says in words counts more than all that they did. */
  private static final double WISH = 3;

  private static final double LEARNED = 0.7;
  private static final double CONTENT_BESIDE = 0.1;
  private static final double POPULARITY_BESIDE = 0.2;
  private static final double CONTENT_ALONE = 0.85;
  private static final double POPULARITY_ALONE = 0.15;

  private StandardStrategy() {}

  static Ingredient<Strategy> of(DataProfile data, Ingredient<TextAnalysis> analysis) {
    Mixture mixture = new Mixture();
    if (data.works() == 0) {
      return new Ingredient<>(Popularity.allTime(), "Popularity.allTime()");
    }
    boolean learned = data.linkingVisitors() >= FEWEST_VISITORS;
    if (learned) {
      mixture.add(LEARNED, behavior(data));
    }
    mixture.add(
        learned ? CONTENT_BESIDE : CONTENT_ALONE,
        new Ingredient<>(ContentBased.preferred(), "ContentBased.preferred()"));
    mixture.add(
        learned ? POPULARITY_BESIDE : POPULARITY_ALONE,
        new Ingredient<>(Popularity.allTime(), "Popularity.allTime()"));
    mixture.add(
        WISH,
        new Ingredient<>(
            TextSearch.byKeywords(analysis.value()),
            "TextSearch.byKeywords(" + analysis.code() + ")"));
    return mixture.ingredient();
  }

  private static Ingredient<Strategy> behavior(DataProfile data) {
    if (data.works() > MOST_WORKS_OF_EASE) {
      return new Ingredient<>(Rp3Beta.neighbors(100), "Rp3Beta.neighbors(100)");
    }
    int regularization = data.linkingVisitors() > MANY_VISITORS ? 300 : 100;
    return new Ingredient<>(
        Ease.regularization(regularization), "Ease.regularization(" + regularization + ")");
  }

  /** A weighted hybrid and its code as they grow. */
  private static final class Mixture {
    private WeightedHybrid blend = Hybrid.weighted();
    private final StringBuilder code = new StringBuilder("Hybrid.weighted()");

    void add(double weight, Ingredient<? extends Strategy> part) {
      blend = blend.add(weight, part.value());
      code.append("\n.add(").append(weight).append(", ").append(part.code()).append(')');
    }

    Ingredient<Strategy> ingredient() {
      return new Ingredient<>(blend, code.toString());
    }
  }
}
