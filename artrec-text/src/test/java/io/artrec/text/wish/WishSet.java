package io.artrec.text.wish;

import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Wishes with the parts that somebody gave them who had not seen the parser. */
record WishSet(List<Line> lines) {
  /** A wish and its parts. */
  record Line(boolean correction, String catalogue, String wish, List<String> parts) {
    ParsedWish parsed(WishParser parser) {
      return correction ? parser.parseCorrection(wish) : parser.parse(wish);
    }
  }

  /**
   * How many of the parts were found.
   *
   * @param wanted parts of the set
   * @param right of those, found alike
   * @param invented found, and not in the set
   * @param whole wishes with neither a part missing nor one invented
   * @param wishes all
   */
  record Score(int wanted, int right, int invented, int whole, int wishes) {
    double share() {
      return (double) right / wanted;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d of %d parts right (%.1f %%), %d invented, %d of %d wishes wholly right",
          right,
          wanted,
          100 * share(),
          invented,
          whole,
          wishes);
    }
  }

  static WishSet read(String file) {
    List<Line> lines = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(WishSet.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(row -> !row.startsWith("#")).skip(1).toList()) {
        String[] cells = line.split("\t", -1);
        List<String> parts =
            Stream.of(cells[4].split(";", -1))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
        lines.add(new Line(cells[2].equals("prev"), cells[1], cells[3], parts));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WishSet(List.copyOf(lines));
  }

  Score score(WishParser parser) {
    int wanted = 0;
    int right = 0;
    int invented = 0;
    int whole = 0;
    for (Line line : lines) {
      List<String> open = new ArrayList<>(line.parts());
      int extra = 0;
      for (String part : found(line.parsed(parser))) {
        extra += take(open, part) ? 0 : 1;
      }
      wanted += line.parts().size();
      right += line.parts().size() - open.size();
      invented += extra;
      whole += open.isEmpty() && extra == 0 ? 1 : 0;
    }
    return new Score(wanted, right, invented, whole, lines.size());
  }

  static List<String> found(ParsedWish wish) {
    return Stream.concat(
            wish.parts().stream().map(WishPart::toString),
            wish.notUnderstood().stream().map(span -> "unknown=" + span.words()))
        .toList();
  }

  /** Takes a part that agrees out of those that are open. */
  static boolean take(List<String> open, String part) {
    for (String candidate : open) {
      if (agree(candidate, part)) {
        open.remove(candidate);
        return true;
      }
    }
    return false;
  }

  private static boolean agree(String one, String other) {
    int at = one.indexOf('=');
    if (!other.startsWith(one.substring(0, at + 1))) {
      return false;
    }
    String slot = one.substring(0, at).replace("!", "");
    String wanted = folded(one.substring(at + 1));
    String found = folded(other.substring(at + 1));
    if (wanted.equals(found)) {
      return true;
    }
    if (slot.equals("compare") && sameDegree(wanted, found)) {
      return related(wanted.substring(5), found.substring(5));
    }
    return slot.equals("subject") && related(wanted, found);
  }

  private static boolean sameDegree(String one, String other) {
    return (one.startsWith("more ") || one.startsWith("less "))
        && other.startsWith(one.substring(0, 5));
  }

  private static boolean related(String one, String other) {
    SubjectTree tree = SubjectTree.standard();
    for (Subject a : tree.named(one, Locale.ENGLISH)) {
      for (Subject b : tree.named(other, Locale.ENGLISH)) {
        if (tree.isA(a, b) || tree.isA(b, a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
