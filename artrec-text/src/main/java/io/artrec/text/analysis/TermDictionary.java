package io.artrec.text.analysis;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Terms that are words of their own whatever a segmenter thinks: art terms, artists, titles.
 * Immutable and thread-safe. Terms are kept in lower case and in Unicode NFKC, as texts are when
 * they are matched. Two tries, one reading forwards and one backwards, hold them; about 50 bytes a
 * character.
 */
public final class TermDictionary {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
  private static final String ART = "chinese-art-terms.txt";

  private final String name;
  private final List<String> terms;
  private final Trie forward;
  private final Trie backward;

  private TermDictionary(String name, Collection<String> terms) {
    this.name = Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "dictionary name '" + name + "': expected lower-case letters and digits");
    }
    TreeSet<String> folded = new TreeSet<>();
    for (String term : terms) {
      String clean = new String(TextFolding.lowerCase(TextCleaning.standard().clean(term)));
      if (clean.isEmpty() || clean.length() > TextAnalysis.MOST_TERM_CHARACTERS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "term '%.80s' of dictionary '%s' has %d characters, expected 1 to %d",
                term,
                name,
                clean.length(),
                TextAnalysis.MOST_TERM_CHARACTERS));
      }
      folded.add(clean);
    }
    this.terms = List.copyOf(folded);
    forward = new Trie();
    backward = new Trie();
    for (String term : this.terms) {
      forward.add(term);
      backward.add(reversed(term));
    }
  }

  private static String reversed(String term) {
    char[] chars = new char[term.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = term.charAt(chars.length - 1 - i);
    }
    return new String(chars);
  }

  /**
   * {@return a dictionary of given terms}
   *
   * @param name names the analysis that uses it, lower-case letters and digits
   * @param terms the terms, each 1 to {@value TextAnalysis#MOST_TERM_CHARACTERS} characters, in any
   *     order; repeated ones count once
   */
  public static TermDictionary of(String name, Collection<String> terms) {
    return new TermDictionary(name, terms);
  }

  /**
   * Reads a dictionary.
   *
   * @param name names the analysis that uses it, lower-case letters and digits
   * @param file UTF-8, a term a line; empty lines and lines that begin with {@code #} are passed
   *     over
   * @return the dictionary
   * @throws IOException when the file cannot be read or is not UTF-8
   */
  public static TermDictionary read(String name, Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new TermDictionary(name, WordList.read(reader));
    } catch (CharacterCodingException e) {
      throw new IOException("reading dictionary " + file + ": it is not UTF-8; save it as such", e);
    }
  }

  /**
   * Returns the Chinese art terms that come with the library: kinds of painting, techniques,
   * materials, formats, movements and some artists, simplified and traditional.
   *
   * @return the dictionary {@code art}
   */
  public static TermDictionary chineseArt() {
    return Art.DICTIONARY;
  }

  private static final class Art {
    static final TermDictionary DICTIONARY = new TermDictionary("art", WordList.bundled(ART));
  }

  /**
   * Returns the name.
   *
   * @return lower-case letters and digits
   */
  public String name() {
    return name;
  }

  /**
   * Returns the terms.
   *
   * @return folded, each once, in order
   */
  public List<String> terms() {
    return terms;
  }

  /**
   * Identifies the terms: equal fingerprints mean equal terms.
   *
   * @return 16 hexadecimal digits
   */
  public String fingerprint() {
    try {
      byte[] bytes = String.join("\n", terms).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * {@return where the longest term that begins at a place ends, looking only at ends that are
   * allowed; or {@code from} when none begins there}
   */
  int longestFrom(CharSequence text, int from, WordBreaks breaks) {
    int node = Trie.ROOT;
    int longest = from;
    for (int i = from; i < text.length() && node >= 0; ) {
      node = forward.next(node, text.charAt(i));
      i++;
      if (node >= 0 && forward.isEnd(node) && breaks.at(i)) {
        longest = i;
      }
    }
    return longest;
  }

  /** The mirror image of {@link #longestFrom}: where the longest term that ends there begins. */
  int longestTo(CharSequence text, int to, WordBreaks breaks) {
    int node = Trie.ROOT;
    int longest = to;
    for (int i = to; i > 0 && node >= 0; ) {
      i--;
      node = backward.next(node, text.charAt(i));
      if (node >= 0 && backward.isEnd(node) && breaks.at(i)) {
        longest = i;
      }
    }
    return longest;
  }

  /** Where a term may begin or end. */
  @FunctionalInterface
  interface WordBreaks {
    boolean at(int offset);
  }

  private static final class Trie {
    static final int ROOT = 0;

    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();
    private final BitSet ends = new BitSet();
    private int nodes = 1;

    Trie() {
      children.defaultReturnValue(-1);
    }

    void add(String term) {
      int node = ROOT;
      for (int i = 0; i < term.length(); i++) {
        long key = key(node, term.charAt(i));
        int child = children.get(key);
        if (child < 0) {
          child = nodes++;
          children.put(key, child);
        }
        node = child;
      }
      ends.set(node);
    }

    int next(int node, char c) {
      return children.get(key(node, c));
    }

    boolean isEnd(int node) {
      return ends.get(node);
    }

    private static long key(int node, char c) {
      return (long) node << Character.SIZE | c;
    }
  }
}
