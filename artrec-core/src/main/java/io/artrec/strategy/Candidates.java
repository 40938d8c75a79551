package io.artrec.strategy;

/** A set of artworks to score: distinct catalogue indices, ascending. Immutable and thread-safe. */
public final class Candidates {
  /** Empty when these are all artworks: then a position is the index. */
  private final int[] artworks;

  private final int size;
  private final boolean all;

  private Candidates(int[] artworks, int size, boolean all) {
    this.artworks = artworks;
    this.size = size;
    this.all = all;
  }

  /**
   * Returns every artwork of a catalogue.
   *
   * @param size the catalogue's size
   * @return indices 0 to size - 1
   */
  public static Candidates all(int size) {
    return new Candidates(new int[0], size, true);
  }

  /**
   * Returns some artworks.
   *
   * @param artworks distinct catalogue indices, ascending
   * @return the candidates
   */
  public static Candidates of(int... artworks) {
    for (int i = 1; i < artworks.length; i++) {
      if (artworks[i - 1] >= artworks[i]) {
        throw new IllegalArgumentException(
            "candidate " + artworks[i] + " follows " + artworks[i - 1] + "; expected ascending");
      }
    }
    return new Candidates(artworks.clone(), artworks.length, false);
  }

  /**
   * Returns the number of candidates.
   *
   * @return the size
   */
  public int size() {
    return size;
  }

  /**
   * Returns a candidate.
   *
   * @param position 0 to {@code size() - 1}
   * @return its catalogue index
   */
  public int artwork(int position) {
    return all ? position : artworks[position];
  }

  /**
   * Tells whether these are all artworks of the catalogue, so that position and index are the same.
   *
   * @return true for {@link #all}
   */
  public boolean isAll() {
    return all;
  }
}
