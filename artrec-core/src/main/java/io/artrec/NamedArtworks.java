package io.artrec;

import io.artrec.answering.internal.Likeness;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.feature.EncodedArtwork;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureSpec.Source;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a request for works alike names: works of the catalogue by their indices, others beside
 * them, encoded by what features learned. For one request and thread.
 *
 * <p>Works from outside stand in a copy of the catalogue, which shares the records and all features
 * but the last block of each: O(catalogue) references.
 */
final class NamedArtworks {
  private final SimilarRequest request;
  private final Engine engine;

  /** Works from outside as sentences name them, by id. */
  private final Map<String, Artwork> outside = new LinkedHashMap<>();

  private final Map<String, EncodedArtwork> encoded = new HashMap<>();
  private final Map<String, Double> weights = new LinkedHashMap<>();
  private final TrainingContext context;

  NamedArtworks(SimilarRequest request, Engine engine) {
    this.request = request;
    this.engine = engine;
    request.sources().forEach(this::add);
    context = outside.isEmpty() ? engine.context() : extended();
  }

  private void add(SimilarSource source, double weight) {
    if (source instanceof SimilarSource.Known known) {
      engine.catalog().requireIndex(known.id());
      weights.merge(known.id(), weight, Double::sum);
    } else if (source instanceof SimilarSource.Outside given) {
      add(given.record(), given.record(), weight, spec -> true);
    } else if (source instanceof SimilarSource.Image image) {
      Artwork work = Artwork.builder(image.toString(), ofImage()).image(image.reference()).build();
      add(work, work, weight, spec -> spec.sources().equals(Set.of(Source.IMAGE)));
    } else if (source instanceof SimilarSource.Text text) {
      String id = "text " + text.words();
      add(
          Artwork.builder(id, text.words()).build(),
          Artwork.builder(id, text.shortened()).build(),
          weight,
          spec -> spec.sources().equals(Set.of(Source.RECORD)));
    }
  }

  private String ofImage() {
    boolean chinese = request.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
    return chinese ? "所给的图片" : "the image given";
  }

  private void add(Artwork record, Artwork named, double weight, Predicate<FeatureSpec> counts) {
    EncodedArtwork work = engine.encoded(record, counts);
    if (work.vectors().isEmpty()) {
      List<String> features = new ArrayList<>();
      engine.context().features().entries().forEach(entry -> features.add(entry.spec().name()));
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "no feature could be computed of %s, so that nothing can be called like it; the"
                  + " features are %s%s",
              record.id(),
              features,
              work.failures().isEmpty()
                  ? ", and the record says nothing in them; an image needs images(...)"
                  : ", and failed: " + work.failures()));
    }
    outside.put(record.id(), named);
    encoded.put(record.id(), work);
    weights.merge(record.id(), weight, Double::sum);
  }

  private TrainingContext extended() {
    TrainingContext known = engine.context();
    Catalog view =
        known.catalog().after(outside.values().stream().map(CatalogChange::put).toList());
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (FeatureStore.Entry entry : known.features().entries()) {
      Map<Integer, Optional<float[]>> rows = new HashMap<>();
      encoded.forEach(
          (id, work) ->
              rows.put(
                  view.requireIndex(id),
                  Optional.ofNullable(work.vectors().get(entry.spec().name()))));
      entries.add(
          new FeatureStore.Entry(
              entry.spec(),
              entry.matrix().with(view.size(), entry.matrix().dimensions(), rows),
              entry.weight()));
    }
    return known.over(known.dataset().over(view), FeatureStore.of(view.size(), entries));
  }

  /** Their ids, which are not answered. */
  Set<String> ids() {
    return new LinkedHashSet<>(weights.keySet());
  }

  Preferences preferences() {
    TreeMap<Integer, Double> byIndex = new TreeMap<>();
    weights.forEach((id, weight) -> byIndex.put(context.catalog().requireIndex(id), weight));
    return Preferences.of(
        byIndex.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byIndex.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How works are compared with them; empty for one of the catalogue, which every engine knows. */
  Optional<Likeness> likeness() {
    if (context.features().entries().isEmpty() || (weights.size() == 1 && outside.isEmpty())) {
      return Optional.empty();
    }
    ContentBased alike =
        weights.size() == 1 ? ContentBased.preferred().nearest() : ContentBased.preferred();
    return Optional.of(new Likeness(alike.train(context), context));
  }
}
