package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Computes features of a catalogue: on several threads, each source read and each image decoded
 * once however many extractors want it, with a cache on disk that recomputes only what changed. The
 * result does not depend on the number of threads. Immutable; refined by chained copies.
 */
public final class FeatureExtraction {
  private final ArtworkImages images;
  private final Optional<Path> cache;
  private final double maxFailureShare;
  private final Workers workers;

  private FeatureExtraction(
      ArtworkImages images, Optional<Path> cache, double maxFailureShare, Workers workers) {
    this.images = images;
    this.cache = cache;
    this.maxFailureShare = maxFailureShare;
    this.workers = workers;
  }

  /**
   * Returns extraction without images and without a cache, on as many threads as processors, that
   * fails as a whole when more than half of the works fail in a feature.
   *
   * @return the standard extraction
   */
  public static FeatureExtraction standard() {
    return new FeatureExtraction(
        ArtworkImages.none(),
        Optional.empty(),
        0.5,
        Workers.of(Runtime.getRuntime().availableProcessors()));
  }

  /**
   * {@return this extraction with a source of images}
   *
   * @param source where images are read from
   */
  public FeatureExtraction images(ArtworkImages source) {
    Objects.requireNonNull(source, "source");
    return new FeatureExtraction(source, cache, maxFailureShare, workers);
  }

  /**
   * {@return this extraction with a cache on disk}
   *
   * @param folder the folder, made when it is not there
   */
  public FeatureExtraction cache(Path folder) {
    return new FeatureExtraction(images, Optional.of(folder), maxFailureShare, workers);
  }

  /**
   * {@return this extraction on another number of threads; at most as many images are in memory}
   *
   * @param count 1 or more
   */
  public FeatureExtraction threads(int count) {
    return workers(
        Workers.of(count).progress(workers.progress()).cancellation(workers.cancellation()));
  }

  /**
   * {@return this extraction by other means}
   *
   * @param means threads, perhaps shared with others, and the progress and cancellation of {@link
   *     #run}; at most as many images are in memory as there are threads
   */
  public FeatureExtraction workers(Workers means) {
    Objects.requireNonNull(means, "means");
    return new FeatureExtraction(images, cache, maxFailureShare, means);
  }

  /**
   * {@return this extraction with another tolerance}
   *
   * @param share the share of works that may fail in a feature, 0 to 1; more make {@link #run}
   *     throw
   */
  public FeatureExtraction maxFailureShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("maxFailureShare is " + share + ", expected 0 to 1");
    }
    return new FeatureExtraction(images, cache, share, workers);
  }

  /**
   * {@return this extraction telling how far it is}
   *
   * @param listener hears the progress
   */
  public FeatureExtraction progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return workers(workers.progress(listener));
  }

  /**
   * {@return this extraction with a way to stop it}
   *
   * @param token stops {@link #run}, which keeps in the cache what was finished
   */
  public FeatureExtraction cancellation(Cancellation token) {
    Objects.requireNonNull(token, "token");
    return workers(workers.cancellation(token));
  }

  /**
   * Computes features.
   *
   * @param catalog the works
   * @param features the features, names unique
   * @return the features and a report of what could not be computed
   * @throws ExtractionException when more works failed in a feature than allowed; the message names
   *     the first failures
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public ExtractionResult run(Catalog catalog, List<WeightedFeature> features) {
    checkNames(features);
    if (catalog.size() == 0) {
      return new ExtractionResult(
          withoutRows(features), ExtractionReport.none(), FittedFeatures.none(features));
    }
    List<ExtractorRun> runs = new ArrayList<>();
    for (FeatureExtractor extractor : FittedFeatures.extractors(features).values()) {
      runs.add(prepare(extractor, fit(extractor, catalog), catalog.size()));
    }
    encode(catalog, runs);
    checkFailures(catalog, runs);
    return assemble(catalog, features, runs);
  }

  /**
   * Brings features to a catalogue that has changed: new works and those described anew are encoded
   * as the others were; vocabularies grow where they can; nothing is fitted. Works of which only
   * the offer changed are encoded by features that read it. An image is taken to be the same as
   * long as the record is.
   *
   * @param known the features of {@code before}, which stay as they are
   * @param before the catalogue they are of
   * @param after what {@link Catalog#after} made of it
   * @return the features of {@code after}, and a report of what was encoded; works that failed are
   *     in it and lack the feature
   * @throws ExtractionException when a feature is there whose extractor is not known; the message
   *     says which
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public ExtractionResult update(ExtractionResult known, Catalog before, Catalog after) {
    FeatureExtraction uncached =
        new FeatureExtraction(images, Optional.empty(), maxFailureShare, workers);
    return new FeatureUpdate(uncached, known, before, after).result();
  }

  /**
   * Encodes one work by what features learned, beside the catalogue: nothing is fitted, nothing
   * grows, nothing is cached.
   *
   * @param fitted what the features learned
   * @param work the work
   * @param wanted which features
   * @return its vectors
   * @throws ExtractionException when a feature is there whose extractor is not known; the message
   *     says which
   */
  public EncodedArtwork encode(FittedFeatures fitted, Artwork work, Predicate<FeatureSpec> wanted) {
    Catalog alone = Catalog.of(work);
    List<WeightedFeature> features =
        fitted.encoders().isEmpty() && fitted.unknown().isEmpty()
            ? List.of()
            : fitted.features().stream().filter(w -> wanted.test(w.feature().spec())).toList();
    List<ExtractorRun> runs = new ArrayList<>();
    for (FeatureExtractor extractor : FittedFeatures.extractors(features).values()) {
      FeatureEncoder encoder = fitted.encoder(extractor.spec().name());
      runs.add(ExtractorRun.prepare(extractor, encoder, 1, Optional.empty()));
    }
    uncached().encode(alone, runs);
    Map<String, Optional<float[]>> extracted = new LinkedHashMap<>();
    runs.forEach(run -> extracted.put(run.name(), run.matrix().row(0)));
    Map<String, float[]> vectors = new LinkedHashMap<>();
    for (WeightedFeature weighted : features) {
      fitted
          .encode(weighted.feature(), extracted)
          .ifPresent(vector -> vectors.put(weighted.feature().spec().name(), vector));
    }
    return new EncodedArtwork(vectors, report(alone, runs).failures());
  }

  private FeatureExtraction uncached() {
    return new FeatureExtraction(
        images, Optional.empty(), maxFailureShare, workers.progress(Progress.silent()));
  }

  /**
   * Fits features again to a catalogue that has changed since; the result equals {@link #run} on
   * it. What fitting learns as before is not encoded again.
   *
   * @param known features of the catalogue
   * @param catalog the catalogue
   * @return the features anew; {@code known} itself when nothing changed since they were fitted
   * @throws ExtractionException as {@link #run}, or when a feature is there whose extractor is not
   *     known
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public ExtractionResult refit(ExtractionResult known, Catalog catalog) {
    if (known.fitted().isFitted()) {
      return known;
    }
    List<WeightedFeature> features = known.fitted().features();
    if (known.fitted().encoders().isEmpty()) {
      return run(catalog, features);
    }
    List<ExtractorRun> runs = new ArrayList<>();
    Map<String, FeatureMatrix> kept = new LinkedHashMap<>();
    for (FeatureExtractor extractor : FittedFeatures.extractors(features).values()) {
      String name = extractor.spec().name();
      FeatureEncoder encoder = fit(extractor, catalog);
      Optional<FeatureMatrix> matrix = known.features().find(name);
      String fingerprint = known.fitted().encoder(name).fingerprint();
      if (matrix.isPresent() && fingerprint.equals(encoder.fingerprint())) {
        kept.put(name, withMissing(matrix.get(), extractor, encoder, catalog));
      }
      runs.add(prepare(extractor, encoder, catalog.size()));
    }
    encode(catalog, runs.stream().filter(run -> !kept.containsKey(run.name())).toList());
    checkFailures(catalog, runs);
    return assemble(catalog, features, runs, kept);
  }

  /**
   * Encodes works that have no vector once more: what they lacked, or failed by, may be there now.
   */
  private FeatureMatrix withMissing(
      FeatureMatrix matrix, FeatureExtractor extractor, FeatureEncoder encoder, Catalog catalog) {
    int[] missing =
        IntStream.range(0, matrix.size()).filter(work -> !matrix.isPresent(work)).toArray();
    if (missing.length == 0) {
      return matrix;
    }
    ExtractorRun run = prepare(extractor, encoder, missing.length);
    encode(Catalog.of(IntStream.of(missing).mapToObj(catalog::get).toList()), List.of(run));
    FeatureMatrix found = run.matrix();
    Map<Integer, Optional<float[]>> rows = new LinkedHashMap<>();
    for (int i = 0; i < missing.length; i++) {
      if (found.isPresent(i)) {
        rows.put(missing[i], found.row(i));
      }
    }
    return rows.isEmpty() ? matrix : matrix.with(matrix.size(), matrix.dimensions(), rows);
  }

  private FeatureEncoder fit(FeatureExtractor extractor, Catalog catalog) {
    workers.cancellation().check("fitting feature '" + extractor.spec().name() + "'");
    return extractor.fit(catalog);
  }

  ExtractorRun prepare(FeatureExtractor extractor, FeatureEncoder encoder, int works) {
    return ExtractorRun.prepare(extractor, encoder, works, cache);
  }

  void encode(Catalog catalog, List<ExtractorRun> runs) {
    if (runs.isEmpty() || catalog.size() == 0) {
      return;
    }
    Optional<ImageIndex> index = cache.map(ImageIndex::open);
    ArtworkLoop loop = new ArtworkLoop(catalog, images, runs, index, workers);
    try {
      loop.run();
    } finally {
      runs.forEach(ExtractorRun::saveCache);
      index.ifPresent(ImageIndex::save);
    }
  }

  private static void checkNames(List<WeightedFeature> features) {
    Set<String> names = new HashSet<>();
    for (WeightedFeature weighted : features) {
      String name = weighted.feature().spec().name();
      if (!names.add(name)) {
        throw new IllegalArgumentException(
            "feature '" + name + "' is there twice; give one another name");
      }
    }
  }

  /** The features of an empty catalogue: all of them, with nothing in them. */
  private static FeatureStore withoutRows(List<WeightedFeature> features) {
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (WeightedFeature weighted : features) {
      FeatureMatrix nothing = FeatureMatrix.builder(0, 1).build();
      entries.add(new FeatureStore.Entry(weighted.feature().spec(), nothing, weighted.weight()));
    }
    return FeatureStore.of(0, entries);
  }

  private void checkFailures(Catalog catalog, List<ExtractorRun> runs) {
    for (ExtractorRun run : runs) {
      int failed = run.failures().size();
      if (failed > maxFailureShare * catalog.size()) {
        Map.Entry<Integer, String> first = run.failures().entrySet().iterator().next();
        throw new ExtractionException(
            String.format(
                Locale.ROOT,
                "feature '%s' failed for %,d of %,d artworks, more than the allowed share of %s;"
                    + " the first, artwork '%s': %s",
                run.name(),
                failed,
                catalog.size(),
                maxFailureShare,
                catalog.get(first.getKey()).id(),
                first.getValue()));
      }
    }
  }

  private static ExtractionResult assemble(
      Catalog catalog, List<WeightedFeature> features, List<ExtractorRun> runs) {
    return assemble(catalog, features, runs, Map.of());
  }

  private static ExtractionResult assemble(
      Catalog catalog,
      List<WeightedFeature> features,
      List<ExtractorRun> runs,
      Map<String, FeatureMatrix> kept) {
    Map<String, FeatureMatrix> matrices = new LinkedHashMap<>(kept);
    Map<String, FeatureEncoder> encoders = new LinkedHashMap<>();
    for (ExtractorRun run : runs) {
      encoders.put(run.name(), run.encoder());
      if (!kept.containsKey(run.name())) {
        matrices.put(run.name(), run.matrix());
      }
    }
    Map<String, DerivedEncoder> derived = new LinkedHashMap<>();
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (WeightedFeature weighted : features) {
      FeatureMatrix matrix = matrix(weighted.feature(), matrices, derived);
      entries.add(new FeatureStore.Entry(weighted.feature().spec(), matrix, weighted.weight()));
    }
    return new ExtractionResult(
        FeatureStore.of(catalog.size(), entries),
        report(catalog, runs),
        FittedFeatures.of(features, encoders, derived));
  }

  static ExtractionReport report(Catalog catalog, List<ExtractorRun> runs) {
    List<ExtractionReport.Failure> failures = new ArrayList<>();
    for (int index = 0; index < catalog.size(); index++) {
      for (ExtractorRun run : runs) {
        String message = run.failures().get(index);
        if (message != null) {
          failures.add(new ExtractionReport.Failure(catalog.get(index).id(), run.name(), message));
        }
      }
    }
    return new ExtractionReport(
        runs.stream().map(ExtractorRun::counts).toList(), failures, Absences.of(runs));
  }

  /** The matrix of a feature, and of what it is derived from, each computed once. */
  private static FeatureMatrix matrix(
      Feature feature, Map<String, FeatureMatrix> matrices, Map<String, DerivedEncoder> encoders) {
    String name = feature.spec().name();
    FeatureMatrix known = matrices.get(name);
    if (known != null) {
      return known;
    }
    if (!(feature instanceof DerivedFeature derived)) {
      throw new IllegalStateException("feature '" + name + "' was not extracted");
    }
    List<FeatureMatrix> inputs = new ArrayList<>();
    derived.inputs().forEach(input -> inputs.add(matrix(input, matrices, encoders)));
    DerivedEncoder encoder = derived.fit(inputs);
    FeatureMatrix matrix = encoder.encodeAll(inputs);
    encoders.put(name, encoder);
    matrices.put(name, matrix);
    return matrix;
  }
}
