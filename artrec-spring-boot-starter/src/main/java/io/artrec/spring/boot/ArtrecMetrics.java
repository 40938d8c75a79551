package io.artrec.spring.boot;

import io.artrec.Recommender;
import io.artrec.watch.MicrometerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The recommender's meters, where the application has Micrometer, as with Boot's actuator. */
@AutoConfiguration(after = ArtrecAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
public class ArtrecMetrics {
  /** Creates the configuration. */
  public ArtrecMetrics() {}

  /**
   * Measures the recommender; Boot binds it to the application's registries.
   *
   * @param recommender the recommender
   * @return the meters
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnBean(Recommender.class)
  @ConditionalOnMissingBean
  public MicrometerMetrics artrecMetrics(Recommender recommender) {
    return MicrometerMetrics.of(recommender);
  }
}
