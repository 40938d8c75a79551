package io.artrec.text.analysis;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Splits text into the longest words of a dictionary, reading forwards, backwards, or both ways.
 * What the dictionary does not know comes out character by character; runs of Latin letters and
 * digits stay whole, and no word begins or ends inside one. White space separates and is left out.
 *
 * <p>Reading both ways takes the result with fewer words; of equals the one with fewer single
 * characters; then the one read backwards, which errs less often in Chinese (Liu and Liang, 1986;
 * Sun and T'sou, Ambiguity resolution in Chinese word segmentation, PACLIC 1995).
 *
 * <p>Immutable and thread-safe. O(characters × longest word).
 */
public final class MaximumMatching {
  /**
   * A piece of text.
   *
   * @param start its first character
   * @param end after its last
   * @param known whether the dictionary has it
   */
  record Piece(int start, int end, boolean known) {}

  private final TermDictionary dictionary;

  private MaximumMatching(TermDictionary dictionary) {
    this.dictionary = Objects.requireNonNull(dictionary, "dictionary");
  }

  /**
   * Returns segmentation by a dictionary.
   *
   * @param dictionary the words
   * @return the segmenter
   */
  public static MaximumMatching of(TermDictionary dictionary) {
    return new MaximumMatching(dictionary);
  }

  /**
   * Splits from the beginning on, always taking the longest word.
   *
   * @param text any text
   * @return its words in order
   */
  public List<String> forward(String text) {
    return words(text, forwardPieces(TextFolding.lowerCase(text)));
  }

  /**
   * Splits from the end back, always taking the longest word.
   *
   * @param text any text
   * @return its words in order
   */
  public List<String> backward(String text) {
    return words(text, backwardPieces(TextFolding.lowerCase(text)));
  }

  /**
   * Splits both ways and takes the better one.
   *
   * @param text any text
   * @return its words in order
   */
  public List<String> bidirectional(String text) {
    return words(text, pieces(text));
  }

  /** The pieces of the better direction. */
  List<Piece> pieces(String text) {
    char[] folded = TextFolding.lowerCase(text);
    List<Piece> forward = forwardPieces(folded);
    List<Piece> backward = backwardPieces(folded);
    if (forward.size() != backward.size()) {
      return forward.size() < backward.size() ? forward : backward;
    }
    return singles(forward) < singles(backward) ? forward : backward;
  }

  private static long singles(List<Piece> pieces) {
    return pieces.stream().filter(piece -> piece.end() - piece.start() == 1).count();
  }

  private List<Piece> forwardPieces(char[] text) {
    CharSequence chars = CharBuffer.wrap(text);
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < text.length; ) {
      int end = at;
      if (TextFolding.isBreak(text, at)) {
        end = dictionary.longestFrom(chars, at, offset -> TextFolding.isBreak(text, offset));
      }
      boolean known = end > at;
      if (!known) {
        end = at + 1;
        while (!TextFolding.isBreak(text, end)) {
          end++;
        }
      }
      if (known || !Character.isWhitespace(text[at])) {
        pieces.add(new Piece(at, end, known));
      }
      at = end;
    }
    return pieces;
  }

  private List<Piece> backwardPieces(char[] text) {
    CharSequence chars = CharBuffer.wrap(text);
    List<Piece> pieces = new ArrayList<>();
    for (int at = text.length; at > 0; ) {
      int start = dictionary.longestTo(chars, at, offset -> TextFolding.isBreak(text, offset));
      boolean known = start < at;
      if (!known) {
        start = at - 1;
        while (!TextFolding.isBreak(text, start)) {
          start--;
        }
      }
      if (known || !Character.isWhitespace(text[start])) {
        pieces.add(new Piece(start, at, known));
      }
      at = start;
    }
    Collections.reverse(pieces);
    return pieces;
  }

  private static List<String> words(String text, List<Piece> pieces) {
    return pieces.stream().map(piece -> text.substring(piece.start(), piece.end())).toList();
  }
}
