package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.model.StateWriter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link FeatureExtractor} made ready for a catalogue. Immutable; called from many threads at
 * once. What {@link #save} wrote and {@link FeatureExtractor#read} read encodes bit-equal, so that
 * a loaded recommender encodes a new work as the one that was saved.
 */
public interface FeatureEncoder {
  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  int dimensions();

  /**
   * Encodes one artwork.
   *
   * @param input the artwork and its sources
   * @return finite values, {@link #dimensions()} of them, or empty when the artwork lacks what this
   *     feature reads (no image, no text, no known value)
   * @throws ExtractionException when a source is there and cannot be used; extraction then reports
   *     the artwork and goes on
   */
  Optional<float[]> encode(ArtworkInput input);

  /**
   * Says why {@link #encode} gives nothing of an artwork, for the report.
   *
   * @param input an artwork of which it gives nothing
   * @return what such artworks are called, in the plural, few different ones: {@code gray
   *     photographs}; blank, as unless overridden, when there is nothing to say
   */
  default String whyMissing(ArtworkInput input) {
    return "";
  }

  /**
   * Identifies what {@link FeatureExtractor#fit} learned, for the cache: equal fingerprints promise
   * equal vectors for equal input.
   *
   * @return a short text, for instance a hash of the vocabulary; empty when nothing was learned
   */
  String fingerprint();

  /**
   * Returns how many artworks {@link #encodeAll} is best given at once.
   *
   * @return 1 by default: no more speed in more
   */
  default int batchSize() {
    return 1;
  }

  /**
   * Encodes several artworks: by default one after the other. What a model computes faster together
   * it does here.
   *
   * @param inputs the artworks and their sources, {@link #batchSize} of them or any other number
   * @return what {@link #encode} gives for each, in their order, to {@link #batchTolerance}
   * @throws ExtractionException when a source of any of them cannot be used; extraction then
   *     encodes one by one
   */
  default List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
    return inputs.stream().map(this::encode).toList();
  }

  /**
   * Returns an artwork as it waits for others to be encoded with it. By default as it is: an image
   * that was decoded stays in memory, and so does what other features made of it. What needs less
   * keeps that alone ({@link ArtworkInput#keeping}).
   *
   * @param input the artwork and its sources
   * @return what {@link #encodeAll} gets
   * @throws ExtractionException when a source cannot be used; extraction then reports the artwork
   *     at once, and its batch goes on without it
   */
  default ArtworkInput waiting(ArtworkInput input) {
    return input;
  }

  /**
   * Returns how far values of {@link #encodeAll} may be from those of {@link #encode}.
   *
   * @return the greatest absolute difference; 0, as by default, promises bit-equal ones
   */
  default double batchTolerance() {
    return 0;
  }

  /**
   * Takes in what new or changed works bring, without learning anew: vocabularies may grow, what
   * was weighed stays. By default nothing changes until features are fitted again.
   *
   * @param works the works, each of which may have been known in another form
   * @return the encoder that knows them, whose first dimensions are this one's, and the ids of
   *     earlier works that it encodes otherwise
   */
  default Growth grown(Collection<Artwork> works) {
    return new Growth(this, Set.of());
  }

  /**
   * What an encoder became by new works.
   *
   * @param encoder the encoder that knows them
   * @param affected ids of earlier works whose vectors differ in more than zeros at the end
   */
  record Growth(FeatureEncoder encoder, Set<String> affected) {
    /** Validates the parts. */
    public Growth {
      Objects.requireNonNull(encoder, "encoder");
      affected = Set.copyOf(affected);
    }
  }

  /**
   * Says what two works have in common in this feature, for sentences that give it as a reason.
   * Each trait must be true of both works by a threshold that this encoder states, whatever their
   * vectors and other works are. Asked only for works whose likeness in this feature had a part in
   * a score, when a sentence is written. By default nothing.
   *
   * @param work the work explained
   * @param other the work that it is compared with
   * @return traits, the most telling first; the same for works changed about but for what is {@link
   *     SharedTrait#covered}
   */
  default List<SharedTrait> shared(Artwork work, Artwork other) {
    return List.of();
  }

  /**
   * Writes what fitting learned, for {@link FeatureExtractor#read}.
   *
   * @param out receives it
   */
  void save(StateWriter out);
}
