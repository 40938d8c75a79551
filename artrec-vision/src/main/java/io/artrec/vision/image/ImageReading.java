package io.artrec.vision.image;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.ExtractionReport;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * How the images of a catalogue are gone through: with which decoder, by how many threads, who
 * hears of it and who may stop it. At most as many images are in memory as there are threads.
 * Immutable and thread-safe.
 */
public final class ImageReading {
  private static final ImageReading STANDARD =
      new ImageReading(
          ImageDecoder.standard(),
          Runtime.getRuntime().availableProcessors(),
          Progress.silent(),
          new Cancellation());

  private final ImageDecoder decoder;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;

  private ImageReading(
      ImageDecoder decoder, int threads, Progress progress, Cancellation cancellation) {
    this.decoder = decoder;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** {@return the reading with the standard decoder and a thread for each processor} */
  public static ImageReading standard() {
    return STANDARD;
  }

  /**
   * {@return this reading with another decoder}
   *
   * @param other the decoder
   */
  public ImageReading decodedBy(ImageDecoder other) {
    return new ImageReading(
        Objects.requireNonNull(other, "decoder"), threads, progress, cancellation);
  }

  /**
   * {@return this reading by another number of threads}
   *
   * @param count 1 or more
   */
  public ImageReading threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads are " + count + ", expected 1 or more");
    }
    return new ImageReading(decoder, count, progress, cancellation);
  }

  /**
   * {@return this reading with somebody who hears how far it is}
   *
   * @param listener the listener
   */
  public ImageReading progress(Progress listener) {
    return new ImageReading(
        decoder, threads, Objects.requireNonNull(listener, "progress"), cancellation);
  }

  /**
   * {@return this reading with something that stops it}
   *
   * @param token looked at between images
   */
  public ImageReading cancellation(Cancellation token) {
    return new ImageReading(
        decoder, threads, progress, Objects.requireNonNull(token, "cancellation"));
  }

  /**
   * What was read of a catalogue's images.
   *
   * @param <T> what each image gave
   * @param values by index of the artwork, in order; works without an image, and those of which
   *     nothing was given, are not among them
   * @param failures what could not be read, in order
   */
  public record Read<T>(Map<Integer, T> values, List<ExtractionReport.Failure> failures) {
    /** Copies the list. */
    public Read {
      Objects.requireNonNull(values, "values");
      failures = List.copyOf(failures);
    }
  }

  /**
   * Reads every image of a catalogue once.
   *
   * @param <T> what each image gives
   * @param catalog the works
   * @param images where their images are read from
   * @param reader what is read, its name for progress and failures, and how
   * @return what was read, the same at any number of threads
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public <T> Read<T> each(Catalog catalog, ArtworkImages images, Reader<T> reader) {
    Map<Integer, ExtractionReport.Failure> failures = new ConcurrentSkipListMap<>();
    Map<Integer, T> values = new ConcurrentHashMap<>();
    inParallel(
        "reading images for " + reader.name(),
        catalog.size(),
        index -> {
          Artwork artwork = catalog.get(index);
          try {
            new ArtworkInput(artwork, images)
                .derive(decoder.image())
                .flatMap(reader.function())
                .ifPresent(value -> values.put(index, value));
          } catch (ExtractionException e) {
            failures.put(
                index,
                new ExtractionReport.Failure(
                    artwork.id(), reader.name(), String.valueOf(e.getMessage())));
          }
        });
    return new Read<>(new TreeMap<>(values), new ArrayList<>(failures.values()));
  }

  /**
   * What is read of images.
   *
   * @param <T> what each image gives
   * @param name what it is called, for instance {@code palettes}
   * @param function reads an image; called by several threads at a time
   */
  public record Reader<T>(String name, Function<RgbImage, Optional<T>> function) {
    /** Validates the parts. */
    public Reader {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(function, "function");
    }
  }

  /**
   * Goes through indices with the same threads, listener and token.
   *
   * @param stage what is being done
   * @param count how many indices there are
   * @param body is called with each, by several threads at a time
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public void inParallel(String stage, int count, IntConsumer body) {
    Workers.of(threads)
        .progress(progress)
        .cancellation(cancellation)
        .run(
            stage,
            count,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                cancellation.check(stage);
                body.accept(i);
              }
            });
  }
}
