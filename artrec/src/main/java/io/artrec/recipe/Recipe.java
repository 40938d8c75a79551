package io.artrec.recipe;

import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.Feature;
import io.artrec.feature.PeriodFeature;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Artrec#standard} chose: features, a strategy and an order, each of which can be
 * replaced. {@link #code} tells it as the builder's code that it stands for. Immutable and
 * thread-safe.
 *
 * <p>Features: {@link AttributeFeature#standard} where records hold artists, movements, genres,
 * media, techniques or subjects that two works share; free attributes that describe works by their
 * name, as {@code style} or {@code keywords}, by half the weight; {@link PeriodFeature} where there
 * are years and no such fields, by half too; {@link TermFeature#tfIdf} of titles and descriptions,
 * in Chinese where a third of the letters are, else in English.
 *
 * <p>Strategy: see {@link StandardStrategy}. Order: {@link Mmr} with λ = 0.75.
 */
public final class Recipe {
  private static final double VARIETY = 0.75;
  private static final String INDENT = "    ";

  /** A feature with its share. */
  private record Weighted(double weight, Ingredient<? extends Feature> feature) {
    String code() {
      return weight == 1
          ? ".feature(" + feature.code() + ")"
          : ".feature(" + weight + ", " + feature.code() + ")";
    }
  }

  private final Catalog catalog;
  private final Interactions interactions;
  private final String found;
  private final List<Weighted> features;
  private final Ingredient<? extends Strategy> strategy;
  private final Optional<Ingredient<? extends Reranker>> order;

  private Recipe(
      Catalog catalog,
      Interactions interactions,
      String found,
      List<Weighted> features,
      Ingredient<? extends Strategy> strategy,
      Optional<Ingredient<? extends Reranker>> order) {
    this.catalog = catalog;
    this.interactions = interactions;
    this.found = found;
    this.features = features;
    this.strategy = strategy;
    this.order = order;
  }

  static Recipe of(Catalog catalog, Interactions interactions) {
    DataProfile data = new DataProfile(catalog, Dataset.of(catalog, interactions));
    boolean chinese = data.isChinese();
    Ingredient<TextAnalysis> analysis =
        chinese
            ? new Ingredient<>(TextAnalysis.chinese(), "TextAnalysis.chinese()")
            : new Ingredient<>(TextAnalysis.english(), "TextAnalysis.english()");
    return new Recipe(
        catalog,
        interactions,
        data.toString(),
        features(data, analysis),
        StandardStrategy.of(data, analysis),
        Optional.of(new Ingredient<>(Mmr.lambda(VARIETY), "Mmr.lambda(" + VARIETY + ")")));
  }

  private static List<Weighted> features(DataProfile data, Ingredient<TextAnalysis> analysis) {
    List<Weighted> features = new ArrayList<>();
    if (data.hasDetails()) {
      features.add(
          new Weighted(
              1, new Ingredient<>(AttributeFeature.standard(), "AttributeFeature.standard()")));
    }
    for (String name : data.descriptiveAttributes()) {
      features.add(
          new Weighted(
              0.5,
              new Ingredient<>(
                  AttributeFeature.attribute(name),
                  "AttributeFeature.attribute(\"" + name + "\")")));
    }
    if (data.hasYears() && !data.hasDetails()) {
      features.add(
          new Weighted(
              0.5, new Ingredient<>(PeriodFeature.standard(), "PeriodFeature.standard()")));
    }
    if (data.works() > 0) {
      features.add(
          new Weighted(
              1,
              new Ingredient<>(
                  TermFeature.tfIdf(analysis.value()),
                  "TermFeature.tfIdf(" + analysis.code() + ")")));
    }
    return List.copyOf(features);
  }

  /**
   * {@return this recipe with other features}
   *
   * @param others what replaces all features; none for none
   */
  public Recipe features(Feature... others) {
    List<Weighted> own =
        Arrays.stream(others)
            .map(feature -> Ingredient.own(feature, "feature", feature.spec().name()))
            .map(feature -> new Weighted(1, feature))
            .toList();
    return new Recipe(catalog, interactions, found, own, strategy, order);
  }

  /**
   * {@return this recipe with another strategy}
   *
   * @param other what scores works for visitors
   */
  public Recipe strategy(Strategy other) {
    Ingredient<Strategy> own = Ingredient.own(other, "strategy", other.name());
    return new Recipe(catalog, interactions, found, features, own, order);
  }

  /**
   * {@return this recipe with another second order}
   *
   * @param other what orders the best works anew
   */
  public Recipe rerank(Reranker other) {
    Ingredient<Reranker> own = Ingredient.own(other, "order", other.name());
    return new Recipe(catalog, interactions, found, features, strategy, Optional.of(own));
  }

  /** {@return this recipe without a second order: works stand as they score} */
  public Recipe withoutReranking() {
    return new Recipe(catalog, interactions, found, features, strategy, Optional.empty());
  }

  /** {@return the features chosen, in order} */
  public List<Feature> features() {
    return features.stream().map(weighted -> (Feature) weighted.feature().value()).toList();
  }

  /** {@return the strategy chosen} */
  public Strategy strategy() {
    return strategy.value();
  }

  /**
   * {@return a builder that holds all this, for what a recipe does not choose: a log, more
   * features, filters, threads}
   */
  public RecommenderBuilder builder() {
    RecommenderBuilder builder =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .strategy(strategy.value());
    features.forEach(weighted -> builder.feature(weighted.weight(), weighted.feature().value()));
    order.ifPresent(second -> builder.rerank(second.value()));
    return builder;
  }

  /**
   * Builds what the recipe stands for.
   *
   * @return the recommender
   * @throws io.artrec.feature.ExtractionException when too many works failed in a feature
   */
  public Recommender build() {
    return builder().build();
  }

  /**
   * {@return the code that this stands for, to be copied and changed: an expression of a {@link
   * RecommenderBuilder}, given a {@code catalog} and {@code interactions}} What was replaced stands
   * in it as a comment.
   */
  public String code() {
    List<String> lines = new ArrayList<>();
    lines.add("Recommender.builder()");
    lines.add(".catalog(catalog)");
    lines.add(".interactions(interactions)");
    features.forEach(weighted -> lines.add(weighted.code()));
    lines.add(".strategy(" + strategy.code().replace("\n", "\n" + INDENT + INDENT) + ")");
    order.ifPresent(second -> lines.add(".rerank(" + second.code() + ")"));
    return String.join("\n" + INDENT, lines);
  }

  /** {@return what was found in the data, and the code that it led to} */
  @Override
  public String toString() {
    return "// " + found + "\n" + code();
  }
}
