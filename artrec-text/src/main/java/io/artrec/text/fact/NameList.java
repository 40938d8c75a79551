package io.artrec.text.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Artists and places by all their names, English and Chinese, so that a name is one without a
 * capital too, and says the same in either language: some 140 artists, 130 places. Immutable and
 * thread-safe.
 */
public final class NameList {
  private static final int LONGEST = 40;

  private final Map<String, Entry> byName = new HashMap<>();

  private record Entry(Claim.Kind kind, List<String> names) {}

  private NameList() {}

  /** Held until first used. */
  private static final class Standard {
    private static final NameList LIST = read();

    private Standard() {}
  }

  /**
   * Returns the names that come with the library.
   *
   * @return the same list at every call
   */
  public static NameList standard() {
    return Standard.LIST;
  }

  private static NameList read() {
    NameList list = new NameList();
    String file = "names.txt";
    try (InputStream in = Objects.requireNonNull(NameList.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(list::add);
    } catch (IOException e) {
      throw new UncheckedIOException("reading fact/names.txt from the library's jar", e);
    }
    return list;
  }

  private void add(String line) {
    String[] cells = line.split("\\s*\\|\\s*", -1);
    Claim.Kind kind = cells[0].equals("place") ? Claim.Kind.PLACE : Claim.Kind.NAME;
    List<String> names = Arrays.asList((cells[1] + ";" + cells[2]).strip().split("\\s*;\\s*", -1));
    Entry entry = new Entry(kind, List.copyOf(names));
    names.forEach(name -> byName.put(name, entry));
  }

  /**
   * Returns everything that somebody or a place is also called.
   *
   * @param name one of the names, as it is written
   * @return all of them; the name alone when it is not listed
   */
  public List<String> names(String name) {
    Entry entry = byName.get(name);
    return entry == null ? List.of(name) : entry.names();
  }

  /**
   * Finds listed names, the longest first at each place, and marks where they stand.
   *
   * @param text the text
   * @param taken takes the positions of what is found
   */
  List<FoundClaim> find(String text, BitSet taken) {
    List<FoundClaim> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      if (!mayBegin(text, at)) {
        continue;
      }
      for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
        Entry entry = mayEnd(text, end) ? byName.get(text.substring(at, end)) : null;
        if (entry != null) {
          Claim claim = new Claim(entry.kind(), text.substring(at, end));
          found.add(new FoundClaim(claim, at, new FoundClaim.AnyName(entry.names())));
          taken.set(at, end);
          at = end - 1;
          break;
        }
      }
    }
    return found;
  }

  private static boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    return KnownFacts.isHan(c)
        || (Character.isUpperCase(c) && (at == 0 || !isWordPart(text.charAt(at - 1))));
  }

  private static boolean mayEnd(String text, int end) {
    return end == text.length()
        || KnownFacts.isHan(text.charAt(end - 1))
        || !isWordPart(text.charAt(end));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) && !KnownFacts.isHan(c);
  }
}
