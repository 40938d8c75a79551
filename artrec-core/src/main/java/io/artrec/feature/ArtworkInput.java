package io.artrec.feature;

import io.artrec.catalog.Artwork;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;

/**
 * One artwork on its way through the extractors: its record, the bytes of its image, read once, and
 * shared intermediate results, computed once each. Used by one thread, for one artwork, then
 * dropped; so at most as many decoded images are in memory as there are extraction threads.
 */
public final class ArtworkInput {
  private static final Derivation<Optional<byte[]>> IMAGE =
      Derivation.of("image", input -> input.images.read(input.artwork));

  private final Artwork artwork;
  private final ArtworkImages images;
  private final IdentityHashMap<Derivation<?>, Object> derived = new IdentityHashMap<>();

  /**
   * Creates the input of one artwork.
   *
   * @param artwork the record
   * @param images where images are read from
   */
  public ArtworkInput(Artwork artwork, ArtworkImages images) {
    this.artwork = Objects.requireNonNull(artwork, "artwork");
    this.images = Objects.requireNonNull(images, "images");
  }

  /**
   * Returns the record.
   *
   * @return the artwork
   */
  public Artwork artwork() {
    return artwork;
  }

  /**
   * {@return the bytes of the image, read at the first call; not to be changed, or empty when the
   * artwork has no image}
   *
   * @throws ExtractionException when an image is named and cannot be read; the same one at every
   *     call
   */
  public Optional<byte[]> image() {
    return derive(IMAGE);
  }

  /** What tells whether the image changed, without reading it. */
  Optional<String> imageFingerprint() {
    return images.fingerprint(artwork);
  }

  /**
   * {@return a shared intermediate result, computed at the first call for this artwork; a failure
   * is remembered too and thrown again}
   *
   * @param <T> the result's type
   * @param derivation what to compute
   */
  public <T> T derive(Derivation<T> derivation) {
    Object result = found(derivation);
    if (result instanceof Failure failure) {
      throw failure.again();
    }
    @SuppressWarnings("unchecked") // put under this derivation, which gives T
    T typed = (T) result;
    return typed;
  }

  /**
   * {@return this input with one intermediate result, computed now, and nothing else that was read
   * or computed: what an artwork holds while it waits to be encoded with others}
   *
   * @param derivation what to keep; where computing it fails, the failure, which {@link #derive}
   *     then throws
   */
  public ArtworkInput keeping(Derivation<?> derivation) {
    ArtworkInput kept = new ArtworkInput(artwork, images);
    kept.derived.put(derivation, found(derivation));
    return kept;
  }

  /** The result, or a failure. */
  private Object found(Derivation<?> derivation) {
    Object result = derived.get(derivation);
    if (result == null) {
      try {
        result = Objects.requireNonNull(derivation.compute(this), derivation.name());
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        result = new Failure(e);
      }
      derived.put(derivation, result);
    }
    return result;
  }

  private record Failure(Throwable cause) {
    RuntimeException again() {
      if (cause instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) cause;
    }
  }
}
