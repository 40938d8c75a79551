package io.artrec.spring.boot;

import io.artrec.Recommender;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The recommender's health where Boot is of generation 4. */
@AutoConfiguration(after = ArtrecAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
public class Boot4Health {
  /** Creates the configuration. */
  public Boot4Health() {}

  /**
   * Tells how well the recommender is.
   *
   * @param recommender the recommender
   * @return the indicator
   */
  @Bean
  @ConditionalOnBean(Recommender.class)
  @ConditionalOnMissingBean(name = "artrecHealthIndicator")
  public HealthIndicator artrecHealthIndicator(Recommender recommender) {
    RecommenderHealth health = new RecommenderHealth(recommender);
    return () -> Health.up().withDetails(health.details()).build();
  }
}
