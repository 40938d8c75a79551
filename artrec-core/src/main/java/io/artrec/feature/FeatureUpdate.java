package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Brings features from one state of a catalogue to the next. */
final class FeatureUpdate {
  private final FeatureExtraction extraction;
  private final ExtractionResult known;
  private final Catalog before;
  private final Catalog after;

  /** Works that are new or described anew. */
  private final int[] described;

  /** Works of which the offer alone changed. */
  private final int[] offered;

  FeatureUpdate(
      FeatureExtraction extraction, ExtractionResult known, Catalog before, Catalog after) {
    this.extraction = extraction;
    this.known = known;
    this.before = before;
    this.after = after;
    int[] changed = IntStream.range(0, after.size()).filter(this::isChanged).toArray();
    described = IntStream.of(changed).filter(this::isDescribed).toArray();
    offered = IntStream.of(changed).filter(index -> !isDescribed(index)).toArray();
  }

  @SuppressWarnings("ReferenceEquality") // works that stay are the same objects, and many
  private boolean isChanged(int index) {
    return index >= before.size() || before.get(index) != after.get(index);
  }

  private boolean isDescribed(int index) {
    return index >= before.size()
        || !before.get(index).withoutOffer().equals(after.get(index).withoutOffer());
  }

  ExtractionResult result() {
    if (known.features().entries().isEmpty()) {
      return new ExtractionResult(
          FeatureStore.empty(after.size()), ExtractionReport.none(), known.fitted());
    }
    if (known.fitted().encoders().isEmpty() && known.fitted().unknown().isEmpty()) {
      return extraction.run(after, known.fitted().features());
    }
    if (described.length == 0 && !offersAreRead()) {
      return new ExtractionResult(resized(), ExtractionReport.none(), known.fitted());
    }
    List<WeightedFeature> features = known.fitted().features();
    Map<String, FeatureExtractor> extractors = FittedFeatures.extractors(features);
    List<Artwork> works = IntStream.of(described).mapToObj(after::get).toList();
    Map<String, FeatureEncoder> encoders = new LinkedHashMap<>();
    Map<String, Set<String>> affected = new LinkedHashMap<>();
    for (String name : extractors.keySet()) {
      FeatureEncoder.Growth growth = known.fitted().encoder(name).grown(works);
      encoders.put(name, growth.encoder());
      affected.put(name, growth.affected());
    }
    FittedFeatures grown = described.length == 0 ? known.fitted() : known.fitted().grown(encoders);
    List<ExtractorRun> runs = new ArrayList<>();
    Catalog changed = Catalog.of(works);
    extractors.forEach(
        (name, extractor) ->
            runs.add(extraction.prepare(extractor, grown.encoder(name), changed.size())));
    extraction.encode(changed, runs);
    Map<String, Map<Integer, Optional<float[]>>> rows = rows(features, grown, runs);
    for (WeightedFeature weighted : features) {
      if (weighted.feature() instanceof FeatureExtractor extractor) {
        String name = extractor.spec().name();
        Map<Integer, Optional<float[]>> of = rows.computeIfAbsent(name, n -> new HashMap<>());
        again(extractor, grown, affected.getOrDefault(name, Set.of()), of);
      }
    }
    return new ExtractionResult(with(rows, grown), FeatureExtraction.report(changed, runs), grown);
  }

  private boolean offersAreRead() {
    return offered.length > 0
        && known.features().entries().stream()
            .anyMatch(entry -> entry.spec().sources().contains(FeatureSpec.Source.OFFER));
  }

  /** The vectors of the works described anew, by feature and index. */
  private Map<String, Map<Integer, Optional<float[]>>> rows(
      List<WeightedFeature> features, FittedFeatures grown, List<ExtractorRun> runs) {
    Map<String, FeatureMatrix> matrices = new HashMap<>();
    runs.forEach(run -> matrices.put(run.name(), run.matrix()));
    Map<String, Map<Integer, Optional<float[]>>> rows = new LinkedHashMap<>();
    for (int i = 0; i < described.length; i++) {
      Map<String, Optional<float[]>> extracted = new HashMap<>();
      for (Map.Entry<String, FeatureMatrix> matrix : matrices.entrySet()) {
        extracted.put(matrix.getKey(), matrix.getValue().row(i));
      }
      for (WeightedFeature weighted : features) {
        Feature feature = weighted.feature();
        rows.computeIfAbsent(feature.spec().name(), name -> new HashMap<>())
            .put(described[i], grown.encode(feature, extracted));
      }
    }
    return rows;
  }

  /** Encodes earlier works again that a feature now sees otherwise. */
  private void again(
      FeatureExtractor extractor,
      FittedFeatures grown,
      Set<String> affected,
      Map<Integer, Optional<float[]>> rows) {
    Set<Integer> indices = new HashSet<>();
    affected.forEach(id -> after.indexOf(id).ifPresent(indices::add));
    if (extractor.spec().sources().contains(FeatureSpec.Source.OFFER)) {
      IntStream.of(offered).forEach(indices::add);
    }
    indices.removeAll(rows.keySet());
    int[] works = indices.stream().mapToInt(Integer::intValue).sorted().toArray();
    ExtractorRun run =
        extraction.prepare(extractor, grown.encoder(extractor.spec().name()), works.length);
    extraction.encode(Catalog.of(IntStream.of(works).mapToObj(after::get).toList()), List.of(run));
    FeatureMatrix matrix = run.matrix();
    for (int i = 0; i < works.length; i++) {
      rows.put(works[i], matrix.row(i));
    }
  }

  private FeatureStore resized() {
    return with(Map.of(), known.fitted());
  }

  private FeatureStore with(
      Map<String, Map<Integer, Optional<float[]>>> rows, FittedFeatures grown) {
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (FeatureStore.Entry entry : known.features().entries()) {
      FeatureMatrix matrix = entry.matrix();
      String name = entry.spec().name();
      FeatureEncoder encoder = grown.encoders().get(name);
      int dimensions = encoder == null ? matrix.dimensions() : encoder.dimensions();
      entries.add(
          new FeatureStore.Entry(
              entry.spec(),
              matrix.with(after.size(), dimensions, rows.getOrDefault(name, Map.of())),
              entry.weight()));
    }
    return FeatureStore.of(after.size(), entries);
  }
}
