package io.artrec.text.terms;

/**
 * Which terms a vocabulary takes up. Of the terms that pass, those in the most texts are kept, ties
 * by their characters (UTF-16 order).
 *
 * @param minDocuments in how many texts a term must stand, 1 or more
 * @param maxDocumentShare in what share of the texts it may stand, above 0 to 1
 * @param maxTerms how many terms are kept, 1 or more
 */
public record VocabularyLimits(int minDocuments, double maxDocumentShare, int maxTerms) {
  /** Validates the parts. */
  public VocabularyLimits {
    if (minDocuments < 1) {
      throw new IllegalArgumentException(
          "minDocuments is " + minDocuments + ", expected 1 or more");
    }
    if (!(maxDocumentShare > 0 && maxDocumentShare <= 1)) {
      throw new IllegalArgumentException(
          "maxDocumentShare is " + maxDocumentShare + ", expected above 0, at most 1");
    }
    if (maxTerms < 1) {
      throw new IllegalArgumentException("maxTerms is " + maxTerms + ", expected 1 or more");
    }
  }

  /**
   * Returns limits that keep every term.
   *
   * @return the loosest limits
   */
  public static VocabularyLimits none() {
    return new VocabularyLimits(1, 1, Integer.MAX_VALUE);
  }

  /** {@return limits that keep the terms that can link texts: those of two texts or more} */
  public static VocabularyLimits shared() {
    return new VocabularyLimits(2, 1, Integer.MAX_VALUE);
  }

  /**
   * {@return these limits with another least number of texts}
   *
   * @param texts 1 or more
   */
  public VocabularyLimits minDocuments(int texts) {
    return new VocabularyLimits(texts, maxDocumentShare, maxTerms);
  }

  /**
   * {@return these limits with another largest share of texts}
   *
   * @param share above 0 to 1
   */
  public VocabularyLimits maxDocumentShare(double share) {
    return new VocabularyLimits(minDocuments, share, maxTerms);
  }

  /**
   * {@return these limits with another number of terms}
   *
   * @param most 1 or more
   */
  public VocabularyLimits maxTerms(int most) {
    return new VocabularyLimits(minDocuments, maxDocumentShare, most);
  }

  /**
   * {@return whether a term is kept, the most of them aside}
   *
   * @param documentFrequency how many documents hold it
   * @param documents how many there are
   */
  public boolean allow(int documentFrequency, int documents) {
    return documentFrequency >= minDocuments && documentFrequency <= maxDocumentShare * documents;
  }
}
