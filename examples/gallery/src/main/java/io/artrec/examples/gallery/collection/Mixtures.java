package io.artrec.examples.gallery.collection;

import io.artrec.behavior.RewardRule;
import io.artrec.cf.linear.Ease;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.strategy.AdaptiveHybrid;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Segments;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.TextSearch;
import java.time.Duration;
import java.util.List;

/**
 * How works are chosen: by a fixed mixture of three ways for one half of the visitors, and for the
 * other half by one of three mixtures, which is drawn for each answer and learned from likes.
 */
public final class Mixtures {
  /** The variant whose walls are of the fixed mixture. */
  public static final String FIXED = "fixed";

  /** The variant whose walls are of learned ones. */
  public static final String LEARNED = "learned";

  /** The share of answers for which all mixtures are as probable. */
  public static final double EXPLORED = 0.15;

  /** How long a visitor has for a like that counts for the mixture that hung the work. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final double WISH_WEIGHT = 3;
  private static final double REGULARIZATION = 50;
  private static final int FROM_SOME = 1;
  private static final int FROM_MANY = 40;

  private Mixtures() {}

  /** The ways of choosing, and what each counts beside the others. */
  private record Mixture(double content, double visitors, double popularity) {
    /** A wish counts three times what taste and popularity do; without one they are all. */
    Strategy strategy() {
      return Hybrid.weighted()
          .add(content, ContentBased.preferred())
          .add(visitors, Ease.regularization(REGULARIZATION))
          .add(popularity, Popularity.allTime())
          .add(WISH_WEIGHT, TextSearch.byKeywords(TextAnalysis.english()));
    }
  }

  static Strategy strategy() {
    return Hybrid.byVariant(new Mixture(0.65, 0.2, 0.15).strategy()).variant(LEARNED, learned());
  }

  private static AdaptiveHybrid learned() {
    return Hybrid.adaptive()
        .add("content", new Mixture(0.85, 0.05, 0.1).strategy())
        .add("visitors", new Mixture(0.3, 0.6, 0.1).strategy())
        .add("known", new Mixture(0.35, 0.15, 0.5).strategy())
        .exploration(EXPLORED)
        .segments(Segments.none().history(FROM_SOME, FROM_MANY));
  }

  /** Likes soon after a wall count, and less when tastes of long ago brought them. */
  static RewardRule rewards() {
    return RewardRule.standard().window(PATIENCE).halfLife(Duration.ofDays(60));
  }

  /** Which visitor gets walls of which kind. */
  static OnlineExperiment experiment() {
    return OnlineExperiment.named("gallery-mixtures").variant(FIXED).variant(LEARNED);
  }

  /**
   * Returns the names of the mixtures that are drawn.
   *
   * @return as answers and weights name them
   */
  public static List<String> arms() {
    return List.of("content", "visitors", "known");
  }
}
