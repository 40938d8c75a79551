package io.artrec.spring.boot;

import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.RecommenderListener;
import io.artrec.RecommenderLoader;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Sentences;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.Feature;
import io.artrec.filter.Filter;
import io.artrec.log.ChangeLog;
import io.artrec.rerank.Reranker;
import io.artrec.scoring.ScoringBackend;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyParser;
import io.artrec.strategy.StrategyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** Makes a recommender of properties and beans. */
final class RecommenderSource {
  private static final Logger LOG = LoggerFactory.getLogger(RecommenderSource.class);

  private final ArtrecProperties properties;
  private final ListableBeanFactory beans;

  RecommenderSource(ArtrecProperties properties, ListableBeanFactory beans) {
    this.properties = properties;
    this.beans = beans;
  }

  Recommender recommender() {
    Path model = properties.getModel();
    Recommender recommender = model != null && Files.exists(model) ? loaded(model) : built();
    try {
      beans.getBeanProvider(RecommenderListener.class).forEach(recommender::addListener);
      if (model != null && !Files.exists(model)) {
        recommender.save(model);
      }
      return recommender;
    } catch (RuntimeException | Error e) {
      recommender.close();
      throw e;
    }
  }

  private Recommender loaded(Path model) {
    LOG.info("loading the recommender from {}", model);
    RecommenderLoader loader = Recommender.loader(model).refresh(properties.getRefresh().policy());
    beans.getBeanProvider(Feature.class).orderedStream().forEach(loader::features);
    beans.getBeanProvider(StrategyReader.class).orderedStream().forEach(loader::strategies);
    beans.getBeanProvider(Reranker.class).ifUnique(loader::rerankers);
    beans.getBeanProvider(Filter.class).ifUnique(loader::filter);
    beans.getBeanProvider(Sentences.class).ifUnique(loader::sentences);
    beans.getBeanProvider(Clock.class).ifUnique(loader::clock);
    beans.getBeanProvider(ScoringBackend.class).ifUnique(loader::scoring);
    beans.getBeanProvider(ArtworkImages.class).ifUnique(loader::images);
    beans.getBeanProvider(ChangeLog.class).ifUnique(loader::log);
    set(properties.getLog(), loader::log);
    set(properties.getCache(), loader::cache);
    set(properties.getImages(), loader::images);
    set(properties.getThreads(), loader::threads);
    beans
        .getBeanProvider(RecommenderLoaderCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(loader));
    return loader.load();
  }

  private Recommender built() {
    Catalog catalog =
        beans
            .getBeanProvider(Catalog.class)
            .getIfAvailable(
                () -> {
                  throw new IllegalStateException(
                      "cannot make a recommender: model file "
                          + properties.getModel()
                          + " is not there, and the application has no bean of type Catalog to"
                          + " build one of; define one, or set artrec.model to a file that exists");
                });
    RecommenderBuilder builder =
        Recommender.builder().catalog(catalog).refresh(properties.getRefresh().policy());
    beans.getBeanProvider(Interactions.class).ifUnique(builder::interactions);
    beans.getBeanProvider(PreferenceModel.class).ifUnique(builder::preferences);
    beans.getBeanProvider(Feature.class).orderedStream().forEach(builder::feature);
    beans.getBeanProvider(Reranker.class).ifUnique(builder::rerank);
    beans.getBeanProvider(Filter.class).ifUnique(builder::filter);
    beans.getBeanProvider(Sentences.class).ifUnique(builder::sentences);
    beans.getBeanProvider(Clock.class).ifUnique(builder::clock);
    beans.getBeanProvider(ScoringBackend.class).ifUnique(builder::scoring);
    beans.getBeanProvider(ArtworkImages.class).ifUnique(builder::images);
    beans.getBeanProvider(ChangeLog.class).ifUnique(builder::log);
    beans.getBeanProvider(Strategy.class).ifUnique(builder::strategy);
    set(properties.getStrategy(), words -> builder.strategy(StrategyParser.core().parse(words)));
    set(properties.getLog(), builder::log);
    set(properties.getCache(), builder::cache);
    set(properties.getImages(), builder::images);
    set(properties.getThreads(), builder::threads);
    set(properties.getSeed(), builder::seed);
    beans
        .getBeanProvider(RecommenderBuilderCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
