package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Computes features of a catalogue: on several threads, each source read and each image decoded
 * once however many extractors want it, with a cache on disk that recomputes only what changed. The
 * result does not depend on the number of threads. Immutable; refined by chained copies.
 */
public final class FeatureExtraction {
  private final ArtworkImages images;
  private final Optional<Path> cache;
  private final int threads;
  private final double maxFailureShare;
  private final Progress progress;
  private final Cancellation cancellation;

  private FeatureExtraction(
      ArtworkImages images,
      Optional<Path> cache,
      int threads,
      double maxFailureShare,
      Progress progress,
      Cancellation cancellation) {
    this.images = images;
    this.cache = cache;
    this.threads = threads;
    this.maxFailureShare = maxFailureShare;
    this.progress = progress;
    this.cancellation = cancellation;
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
        Runtime.getRuntime().availableProcessors(),
        0.5,
        Progress.silent(),
        new Cancellation());
  }

  /**
   * Returns this extraction with a source of images.
   *
   * @param source where images are read from
   * @return the changed extraction
   */
  public FeatureExtraction images(ArtworkImages source) {
    Objects.requireNonNull(source, "source");
    return new FeatureExtraction(source, cache, threads, maxFailureShare, progress, cancellation);
  }

  /**
   * Returns this extraction with a cache on disk.
   *
   * @param folder the folder, made when it is not there
   * @return the changed extraction
   */
  public FeatureExtraction cache(Path folder) {
    return new FeatureExtraction(
        images, Optional.of(folder), threads, maxFailureShare, progress, cancellation);
  }

  /**
   * Returns this extraction on another number of threads; at most as many images are in memory.
   *
   * @param count 1 or more
   * @return the changed extraction
   */
  public FeatureExtraction threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    return new FeatureExtraction(images, cache, count, maxFailureShare, progress, cancellation);
  }

  /**
   * Returns this extraction with another tolerance.
   *
   * @param share the share of works that may fail in a feature, 0 to 1; more make {@link #run}
   *     throw
   * @return the changed extraction
   */
  public FeatureExtraction maxFailureShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("maxFailureShare is " + share + ", expected 0 to 1");
    }
    return new FeatureExtraction(images, cache, threads, share, progress, cancellation);
  }

  /**
   * Returns this extraction telling how far it is.
   *
   * @param listener hears the progress
   * @return the changed extraction
   */
  public FeatureExtraction progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return new FeatureExtraction(images, cache, threads, maxFailureShare, listener, cancellation);
  }

  /**
   * Returns this extraction with a way to stop it.
   *
   * @param token stops {@link #run}, which keeps in the cache what was finished
   * @return the changed extraction
   */
  public FeatureExtraction cancellation(Cancellation token) {
    Objects.requireNonNull(token, "token");
    return new FeatureExtraction(images, cache, threads, maxFailureShare, progress, token);
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
    if (catalog.size() == 0) {
      return new ExtractionResult(withoutRows(features), ExtractionReport.none());
    }
    checkNames(features);
    Map<String, FeatureExtractor> extractors = new LinkedHashMap<>();
    features.forEach(weighted -> gather(weighted.feature(), extractors));
    List<ExtractorRun> runs = new ArrayList<>();
    for (FeatureExtractor extractor : extractors.values()) {
      cancellation.check("fitting feature '" + extractor.spec().name() + "'");
      runs.add(ExtractorRun.prepare(extractor, catalog, cache));
    }
    Optional<ImageIndex> index = cache.map(ImageIndex::open);
    ArtworkLoop loop =
        new ArtworkLoop(catalog, images, runs, index, threads, progress, cancellation);
    try {
      loop.run();
    } finally {
      runs.forEach(ExtractorRun::saveCache);
      index.ifPresent(ImageIndex::save);
    }
    checkFailures(catalog, runs);
    return assemble(catalog, features, runs);
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

  private static void gather(Feature feature, Map<String, FeatureExtractor> extractors) {
    if (feature instanceof FeatureExtractor extractor) {
      FeatureExtractor earlier = extractors.putIfAbsent(extractor.spec().name(), extractor);
      if (earlier != null && !earlier.spec().equals(extractor.spec())) {
        throw new IllegalArgumentException(
            "two different features are called '" + extractor.spec().name() + "'; rename one");
      }
    } else if (feature instanceof DerivedFeature derived) {
      derived.inputs().forEach(input -> gather(input, extractors));
    }
  }

  private void checkFailures(Catalog catalog, List<ExtractorRun> runs) {
    for (ExtractorRun run : runs) {
      int failed = run.failures().size();
      if (failed > maxFailureShare * catalog.size()) {
        Map.Entry<Integer, String> first = run.failures().entrySet().iterator().next();
        throw new ExtractionException(
            String.format(
                Locale.ROOT,
                "feature '%s' failed for %,d of %,d artworks, more than the allowed share of %s; the first, artwork '%s': %s",
                run.extractor().spec().name(),
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
    Map<String, FeatureMatrix> byName = new LinkedHashMap<>();
    List<ExtractionReport.Counts> counts = new ArrayList<>();
    List<ExtractionReport.Failure> failures = new ArrayList<>();
    for (ExtractorRun run : runs) {
      byName.put(run.extractor().spec().name(), run.matrix());
      counts.add(run.counts());
    }
    for (int index = 0; index < catalog.size(); index++) {
      Artwork artwork = catalog.get(index);
      for (ExtractorRun run : runs) {
        String message = run.failures().get(index);
        if (message != null) {
          failures.add(
              new ExtractionReport.Failure(artwork.id(), run.extractor().spec().name(), message));
        }
      }
    }
    IdentityHashMap<DerivedFeature, FeatureMatrix> derived = new IdentityHashMap<>();
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (WeightedFeature weighted : features) {
      FeatureMatrix matrix = matrix(weighted.feature(), byName, derived);
      entries.add(new FeatureStore.Entry(weighted.feature().spec(), matrix, weighted.weight()));
    }
    return new ExtractionResult(
        FeatureStore.of(catalog.size(), entries), new ExtractionReport(counts, failures));
  }

  private static FeatureMatrix matrix(
      Feature feature,
      Map<String, FeatureMatrix> byName,
      IdentityHashMap<DerivedFeature, FeatureMatrix> done) {
    if (feature instanceof DerivedFeature derived) {
      FeatureMatrix known = done.get(derived);
      if (known == null) {
        List<FeatureMatrix> inputs = new ArrayList<>();
        derived.inputs().forEach(input -> inputs.add(matrix(input, byName, done)));
        known = derived.fit(inputs).encodeAll(inputs);
        done.put(derived, known);
      }
      return known;
    }
    return Objects.requireNonNull(byName.get(feature.spec().name()));
  }
}
