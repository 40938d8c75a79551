package io.artrec.feature;

import io.artrec.task.internal.Interrupts;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One extractor on its way through a catalogue: its encoder, cache, growing matrix and what failed.
 * Thread-safe.
 */
final class ExtractorRun {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractorRun.class);

  private final FeatureExtractor extractor;
  private final FeatureEncoder encoder;
  private final Optional<FeatureCache> cache;
  private final FeatureMatrix.Builder rows;
  private final Map<Integer, String> failures = new ConcurrentSkipListMap<>();
  private final AtomicInteger computed = new AtomicInteger();
  private final AtomicInteger cached = new AtomicInteger();
  private final AtomicInteger missing = new AtomicInteger();
  private final Map<String, Integer> absences = new ConcurrentSkipListMap<>();

  /** An artwork that waits to be encoded with others. */
  record Waiting(int index, ArtworkInput input, Optional<String> key) {}

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

  /** Prepares to encode as many works as a catalogue has. */
  static ExtractorRun prepare(
      FeatureExtractor extractor, FeatureEncoder encoder, int works, Optional<Path> folder) {
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
        FeatureMatrix.builder(works, encoder.dimensions()));
  }

  FeatureEncoder encoder() {
    return encoder;
  }

  String name() {
    return extractor.spec().name();
  }

  Map<Integer, String> failures() {
    return failures;
  }

  /** Why artworks that were looked at now have no vector, and how many for each reason. */
  Map<String, Integer> absences() {
    return absences;
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

  /** How many artworks it wants at once. */
  int batchSize() {
    return encoder.batchSize();
  }

  /** Whether it reads images, so that a waiting input must keep what was decoded for it. */
  boolean readsImages() {
    return extractor.spec().sources().contains(FeatureSpec.Source.IMAGE);
  }

  /**
   * Takes an artwork's vector from the cache; returns what is left to be encoded. Whatever goes
   * wrong is kept as the artwork's failure.
   */
  Optional<Waiting> find(int index, ArtworkInput input, SourceHashes hashes) {
    try {
      if (cache.isEmpty()) {
        return Optional.of(new Waiting(index, input, Optional.empty()));
      }
      String key = hashes.of(extractor.spec().sources());
      Optional<Optional<float[]>> known = cache.get().find(key);
      if (known.isEmpty()) {
        return Optional.of(new Waiting(index, input, Optional.of(key)));
      }
      known.get().ifPresentOrElse(row -> rows.set(index, row), missing::incrementAndGet);
      cached.incrementAndGet();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      fail(index, input, e);
    }
    return Optional.empty();
  }

  /** An artwork that waits, with no more than it needs for that. */
  Optional<Waiting> reduced(Waiting waiting) {
    try {
      ArtworkInput input = encoder.waiting(waiting.input());
      return Optional.of(new Waiting(waiting.index(), input, waiting.key()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      fail(waiting.index(), waiting.input(), e);
      return Optional.empty();
    }
  }

  /** Encodes one artwork. */
  void encode(Waiting waiting) {
    try {
      keep(waiting, encoder.encode(waiting.input()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      fail(waiting.index(), waiting.input(), e);
    }
  }

  /** Encodes artworks together; one by one when that fails, to know whose failure it is. */
  void encodeAll(List<Waiting> batch) {
    List<Optional<float[]>> vectors;
    try {
      vectors = encoder.encodeAll(batch.stream().map(Waiting::input).toList());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      Interrupts.keep(e);
      LOG.debug("a batch of feature '{}' failed", extractor.spec().name(), e);
      batch.forEach(this::encode);
      return;
    }
    if (vectors.size() != batch.size()) {
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "feature '%s' gave %d vectors for a batch of %d artworks",
              extractor.spec().name(),
              vectors.size(),
              batch.size()));
    }
    for (int i = 0; i < vectors.size(); i++) {
      try {
        keep(batch.get(i), vectors.get(i));
      } catch (RuntimeException e) {
        fail(batch.get(i).index(), batch.get(i).input(), e);
      }
    }
  }

  private void keep(Waiting waiting, Optional<float[]> vector) {
    vector.ifPresent(row -> rows.set(waiting.index(), row));
    (vector.isPresent() ? computed : missing).incrementAndGet();
    if (vector.isEmpty()) {
      String why = encoder.whyMissing(waiting.input());
      if (!why.isBlank()) {
        absences.merge(why, 1, Integer::sum);
      }
    }
    waiting.key().ifPresent(key -> cache.orElseThrow().put(key, vector));
  }

  private void fail(int index, ArtworkInput input, Throwable failure) {
    Interrupts.keep(failure);
    String message =
        failure instanceof ExtractionException
            ? String.valueOf(failure.getMessage())
            : String.format(
                Locale.ROOT,
                "feature '%s' of artwork '%s' failed: %s",
                extractor.spec().name(),
                input.artwork().id(),
                failure);
    failures.put(index, message);
  }
}
