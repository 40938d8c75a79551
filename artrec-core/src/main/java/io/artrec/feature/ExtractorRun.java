package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One extractor on its way through a catalogue: its encoder, cache, growing matrix and what failed.
 * Thread-safe.
 */
final class ExtractorRun {
  private final FeatureExtractor extractor;
  private final FeatureEncoder encoder;
  private final Optional<FeatureCache> cache;
  private final FeatureMatrix.Builder rows;
  private final Map<Integer, String> failures = new ConcurrentSkipListMap<>();
  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicInteger cached = new AtomicInteger();
  private final AtomicInteger missing = new AtomicInteger();

  private ExtractorRun(
      FeatureExtractor extractor,
      FeatureEncoder encoder,
      Optional<FeatureCache> cache,
      FeatureMatrix.Builder rows) {
    this.extractor = extractor;
    this.encoder = encoder;
    this.cache = cache;
    this.rows = rows;
  }

  static ExtractorRun prepare(FeatureExtractor extractor, Catalog catalog, Optional<Path> folder) {
    FeatureEncoder encoder = extractor.fit(catalog);
    if (encoder.dimensions() < 1) {
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "feature '%s' has %d dimensions after fitting, expected 1 or more",
              extractor.spec().name(),
              encoder.dimensions()));
    }
    return new ExtractorRun(
        extractor,
        encoder,
        folder.map(path -> FeatureCache.open(path, extractor.spec(), encoder)),
        FeatureMatrix.builder(catalog.size(), encoder.dimensions()));
  }

  FeatureExtractor extractor() {
    return extractor;
  }

  Map<Integer, String> failures() {
    return failures;
  }

  FeatureMatrix matrix() {
    return rows.build();
  }

  ExtractionReport.Counts counts() {
    return new ExtractionReport.Counts(
        extractor.spec().name(), computed.get(), cached.get(), missing.get(), failures.size());
  }

  void saveCache() {
    cache.ifPresent(FeatureCache::save);
  }

  /**
   * Encodes one artwork, or takes its vector from the cache; whatever goes wrong is kept as the
   * artwork's failure.
   */
  void process(int index, ArtworkInput input, SourceHashes hashes) {
    try {
      Optional<String> key =
          cache.isPresent() ? Optional.of(hashes.of(extractor.spec().sources())) : Optional.empty();
      Optional<Optional<float[]>> known = key.flatMap(hash -> cache.orElseThrow().find(hash));
      Optional<float[]> vector = known.orElseGet(() -> encoder.encode(input));
      vector.ifPresent(row -> rows.set(index, row));
      (known.isPresent() ? cached : vector.isPresent() ? computed : missing).incrementAndGet();
      if (known.isPresent() && vector.isEmpty()) {
        missing.incrementAndGet();
      }
      if (known.isEmpty()) {
        key.ifPresent(hash -> cache.orElseThrow().put(hash, vector));
      }
    } catch (ExtractionException e) {
      failures.put(index, String.valueOf(e.getMessage()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      failures.put(
          index,
          String.format(
              Locale.ROOT,
              "feature '%s' of artwork '%s' failed: %s",
              extractor.spec().name(),
              input.artwork().id(),
              e));
    }
  }
}
