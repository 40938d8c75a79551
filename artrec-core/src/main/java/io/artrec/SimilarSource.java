package io.artrec;

import io.artrec.catalog.Artwork;
import java.util.Locale;
import java.util.Objects;

/** What works are to be like. Values: immutable, equal to another of the same kind and content. */
public sealed interface SimilarSource {
  /**
   * Returns a work of the catalogue.
   *
   * @param artwork its id
   * @return the source
   */
  static SimilarSource artwork(String artwork) {
    return new Known(artwork);
  }

  /**
   * Returns a work that need not be in the catalogue, and does not enter it. Its image is read as
   * that of any work, by the recommender's {@code images}. Where the catalogue has its id, the
   * record given counts, and the catalogue's work of that id is not answered.
   *
   * @param record the work
   * @return the source
   */
  static SimilarSource outside(Artwork record) {
    return new Outside(record);
  }

  /**
   * Returns an image alone, of which features of images count.
   *
   * @param reference where it is, as {@link Artwork#image()} says it: the recommender's {@code
   *     images} read it
   * @return the source
   */
  static SimilarSource image(String reference) {
    return new Image(reference);
  }

  /**
   * Returns a text alone, of which features of texts count.
   *
   * @param words the text, not blank
   * @return the source
   */
  static SimilarSource text(String words) {
    return new Text(words);
  }

  /**
   * A work of the catalogue.
   *
   * @param id its id
   */
  record Known(String id) implements SimilarSource {
    /** Validates the part. */
    public Known {
      Objects.requireNonNull(id, "artwork");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * A work that need not be in the catalogue.
   *
   * @param record the work
   */
  record Outside(Artwork record) implements SimilarSource {
    /** Validates the part. */
    public Outside {
      Objects.requireNonNull(record, "artwork");
    }

    @Override
    public String toString() {
      return "outside " + record.id();
    }
  }

  /**
   * An image alone.
   *
   * @param reference where it is
   */
  record Image(String reference) implements SimilarSource {
    /** Validates the part. */
    public Image {
      if (reference.isBlank()) {
        throw new IllegalArgumentException(
            "image reference is blank, expected what the recommender's images read");
      }
    }

    @Override
    public String toString() {
      return "image " + reference;
    }
  }

  /**
   * A text alone.
   *
   * @param words the text
   */
  record Text(String words) implements SimilarSource {
    private static final int SHOWN = 60;

    /** Validates the part. */
    public Text {
      if (words.isBlank()) {
        throw new IllegalArgumentException("the text to be like is blank, expected some words");
      }
    }

    /** The beginning, in one line. */
    String shortened() {
      String line = String.join(" ", words.strip().split("\\s+"));
      return line.codePointCount(0, line.length()) <= SHOWN
          ? line
          : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)).strip() + "…";
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "text '%s'", shortened());
    }
  }
}
