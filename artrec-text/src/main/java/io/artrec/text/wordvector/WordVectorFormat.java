package io.artrec.text.wordvector;

/** How files hold word vectors. */
public enum WordVectorFormat {
  /**
   * Text of word2vec and of fastText ({@code .vec}): a line with the number of words and
   * dimensions, then a line for each word: the word, then its numbers, separated by single spaces.
   */
  WORD2VEC_TEXT,

  /** Binary of word2vec: the same first line, then word, space, and numbers of four bytes. */
  WORD2VEC_BINARY,

  /** Text of GloVe: as {@link #WORD2VEC_TEXT} without the first line. */
  GLOVE_TEXT,

  /**
   * Model of fastText ({@code .bin}), version 11 or 12, not quantised ({@code .ftz}): words and
   * their vectors, with the n-grams that give vectors to words the model never met.
   */
  FASTTEXT_BINARY
}
