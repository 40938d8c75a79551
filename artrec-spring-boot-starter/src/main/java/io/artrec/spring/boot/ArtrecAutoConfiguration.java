package io.artrec.spring.boot;

import io.artrec.Recommender;
import io.artrec.catalog.Catalog;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Makes a {@link Recommender} where the application has none of its own, and a bean of type {@link
 * Catalog} or the property {@code artrec.model}. Beans of the types that the builder takes are
 * given to it: interactions, strategy, features, re-ranker, standing filter, sentences, clock,
 * images, log, scoring backend; of each but features one, or the one that is primary. It is closed
 * with the application.
 */
@AutoConfiguration
@ConditionalOnClass(Recommender.class)
@EnableConfigurationProperties(ArtrecProperties.class)
public class ArtrecAutoConfiguration {
  /** Creates the configuration. */
  public ArtrecAutoConfiguration() {}

  /** Something to make a recommender of. */
  static class Source extends AnyNestedCondition {
    Source() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(Catalog.class)
    static class OfCatalog {}

    @ConditionalOnProperty("artrec.model")
    static class OfFile {}
  }

  /**
   * Loads the recommender from {@code artrec.model}, where that exists, or builds it.
   *
   * @param properties what the application says in its properties
   * @param beans what it has
   * @return the recommender
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @Conditional(Source.class)
  public Recommender recommender(ArtrecProperties properties, ListableBeanFactory beans) {
    return new RecommenderSource(properties, beans).recommender();
  }

  /**
   * Saves the recommender before it is closed.
   *
   * @param properties what the application says in its properties
   * @param recommender the recommender
   * @return what saves when it is closed
   */
  @Bean
  @ConditionalOnBean(Recommender.class)
  @ConditionalOnProperty(name = {"artrec.model", "artrec.save-on-close"})
  SavingOnClose artrecSavingOnClose(ArtrecProperties properties, Recommender recommender) {
    return new SavingOnClose(properties, recommender);
  }
}
