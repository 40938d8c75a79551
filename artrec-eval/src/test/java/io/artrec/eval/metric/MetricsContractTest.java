package io.artrec.eval.metric;

import io.artrec.eval.testkit.MetricContract;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(
    strings = {
      "precision@10",
      "recall@10",
      "map@10",
      "mrr@10",
      "ndcg@10",
      "ndcg/exponential@20",
      "dcg@10",
      "rbp@10",
      "f1@10",
      "hit-rate@3",
      "gauc",
      "auc",
      "auc/predictions",
      "rmse",
      "rmse/visitor",
      "mae",
      "mse",
      "r-squared",
      "explained-variance",
      "prediction-coverage",
      "accuracy",
      "catalog-coverage@10",
      "entropy@10",
      "gini@10",
      "novelty@10",
      "arp@10"
    })
class MetricsContractTest extends MetricContract {
  private static final Set<String> OF_LIKED =
      Set.of("precision@10", "map@10", "mrr@10", "ndcg@10", "dcg@10", "rbp@10", "gauc", "auc");

  private final String name;

  MetricsContractTest(String name) {
    this.name = name;
  }

  @Override
  protected Metric metric() {
    return Metrics.parse(name);
  }

  @Override
  protected boolean rewardsLiked() {
    return OF_LIKED.contains(name);
  }
}
