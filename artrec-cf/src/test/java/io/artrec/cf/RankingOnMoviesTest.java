package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.strategy.Popularity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of docs/collaborative.md: every ranking method against popularity; in the Maven profile
 * {@code campaign} all its ways, otherwise the first.
 */
class RankingOnMoviesTest {
  private static final Logger LOG = LoggerFactory.getLogger(RankingOnMoviesTest.class);

  private static final List<String> STRATEGIES =
      List.of(
          "item-knn:neighbors=100,feedback=any",
          "item-knn:neighbors=200,weighting=tf-idf,feedback=any",
          "item-knn:neighbors=200,weighting=bm25,feedback=any",
          "item-knn:neighbors=100,similarity=dice,feedback=any",
          "item-knn:neighbors=100,similarity=log-likelihood,feedback=any",
          "user-knn:neighbors=100,feedback=any",
          "user-knn:neighbors=100,similarity=jaccard,feedback=any",
          "combined-knn:neighbors=100,feedback=any",
          "session-knn:neighbors=100,idleMinutes=0,feedback=any",
          "session-knn:neighbors=100,idleMinutes=30,feedback=any",
          "ease:regularization=300,feedback=any",
          "p3alpha:neighbors=300,alpha=1.0,feedback=any",
          "p3alpha:neighbors=300,alpha=1.0,perTarget=true,feedback=any",
          "rp3beta:neighbors=300,alpha=1.0,beta=0.6,feedback=any",
          "rp3beta:neighbors=300,alpha=1.0,beta=0.6,perTarget=true,feedback=any",
          "slim:l1=1,l2=50,feedback=any",
          "slim:l1=1,l2=50,candidates=100,feedback=any",
          "implicit-als:factors=64,feedback=any",
          "implicit-als:factors=64,solver=conjugate-gradient,feedback=any",
          "bpr:factors=64,feedback=any",
          "bpr:factors=64,negatives=uniform,regularization=0.01,biasRegularization=0.003,feedback=any",
          "warp:factors=64,feedback=any",
          "pure-svd:factors=50,feedback=any",
          "nmf:factors=64,feedback=any");

  private static final boolean WHOLE = "full".equals(System.getProperty("artrec.campaign"));

  private static List<String> asked() {
    Set<String> methods = new HashSet<>();
    return STRATEGIES.stream()
        .filter(strategy -> methods.add(strategy.substring(0, strategy.indexOf(':'))) || WHOLE)
        .toList();
  }

  @Test
  void everyRankingMethod_isAbovePopularity() {
    Movies movies = Movies.split(1);
    double popularity = movies.ndcg(Popularity.allTime());
    LOG.info("nDCG@10: popularity {}", text(popularity));
    for (String strategy : asked()) {
      long start = System.nanoTime();
      double ndcg = movies.ndcg(CfStrategies.parse(strategy));
      LOG.info(
          "nDCG@10: {} {} ({} s)", strategy, text(ndcg), text((System.nanoTime() - start) / 1e9));
      assertThat(ndcg).as(strategy).isGreaterThan(popularity);
    }
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
